package io.bailiwick.flows;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of a data flow as typed, by keys; what was not sent is empty. */
public record DataFlowFields(String accessPoint, String partner, String endpoint, String direction, String type) {
    static final DataFlowFields EMPTY = new DataFlowFields("", "", "", Direction.INBOUND.word(), "");

    public DataFlowFields {
        accessPoint = Objects.requireNonNullElse(accessPoint, "");
        partner = Objects.requireNonNullElse(partner, "");
        endpoint = Objects.requireNonNullElse(endpoint, "");
        direction = Objects.requireNonNullElse(direction, "");
        type = Objects.requireNonNullElse(type, "");
    }

    static DataFlowFields of(DataFlow flow) {
        return new DataFlowFields(
                flow.accessPoint().key(),
                flow.partner().key(),
                flow.endpoint().key(),
                flow.direction().word(),
                flow.type());
    }

    DataFlowForm form() {
        return new DataFlowForm(accessPoint, partner, endpoint, direction, type);
    }

    /** Where it differs from what is saved. */
    Newer.Comparison against(DataFlow saved, Phrases phrases) {
        var there = of(saved);
        return new Newer.Comparison()
                .field(phrases.text("flows.data-flows.access-point"), there.accessPoint, accessPoint)
                .field(phrases.text("flows.partner"), there.partner, partner)
                .field(phrases.text("flows.data-flows.endpoint"), there.endpoint, endpoint)
                .field(phrases.text("flows.direction"), there.direction, direction)
                .field(phrases.text("flows.type"), there.type, type);
    }
}
