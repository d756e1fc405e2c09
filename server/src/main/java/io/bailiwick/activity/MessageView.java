package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import io.bailiwick.ui.ListLinks;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of messages shows, as its address holds it; empty values narrow nothing.
 *
 * @param period how many days back, today included
 */
public record MessageView(String q, String partner, String direction, String state, String type, String period) {
    public MessageView {
        q = Objects.requireNonNullElse(q, "");
        partner = Objects.requireNonNullElse(partner, "");
        direction = Objects.requireNonNullElse(direction, "");
        state = Objects.requireNonNullElse(state, "");
        type = Objects.requireNonNullElse(type, "");
        period = Objects.requireNonNullElse(period, "");
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !(q + partner + direction + state + type + period).isBlank();
    }

    MessageFilter filter(ZoneId zone) {
        return new MessageFilter(
                q,
                partner,
                direction.isEmpty() ? null : Direction.of(direction).orElse(null),
                state.isEmpty() ? null : MessageState.of(state),
                type,
                MessageQuery.since(period, zone),
                null);
    }

    @Nullable
    String next(@Nullable String cursor) {
        return new ListLinks("/messages", new LinkedHashMap<>(all()), "").next(cursor);
    }

    private Map<String, String> all() {
        return Map.of(
                "q", q, "partner", partner, "direction", direction, "state", state, "type", type, "period", period);
    }

    /** What narrows the list, by name. */
    Map<String, String> narrowing() {
        var narrowing = new TreeMap<>(all());
        narrowing.values().removeIf(String::isBlank);
        return narrowing;
    }

    /** The address of the list as it is shown. */
    String here() {
        return address("/messages");
    }

    /** Where all of it is delivered again. */
    public String reprocessing() {
        return address("/messages/reprocess/matching");
    }

    private String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        narrowing().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(narrowing()).toUriString();
    }
}
