package io.bailiwick.flows;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of an access point as typed; what was not sent is empty. */
public record AccessPointFields(String name, String key) {
    public AccessPointFields {
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, "");
    }

    static AccessPointFields of(AccessPoint point) {
        return new AccessPointFields(point.name(), point.key());
    }

    AccessPointForm form() {
        return new AccessPointForm(name, key);
    }

    /** Where it differs from what is saved. */
    Newer.Comparison against(AccessPoint saved, Phrases phrases) {
        return new Newer.Comparison()
                .field(phrases.text("flows.name"), saved.name(), name)
                .field(phrases.text("flows.key"), saved.key(), key);
    }
}
