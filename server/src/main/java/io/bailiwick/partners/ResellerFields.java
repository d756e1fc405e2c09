package io.bailiwick.partners;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of a reseller as typed; what was not sent is empty. */
public record ResellerFields(String name, String key) {
    public ResellerFields {
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, "");
    }

    ResellerForm form() {
        return new ResellerForm(name, key, null);
    }

    /** Where it differs from what is saved. */
    Newer.Comparison against(Reseller saved, Phrases phrases) {
        return new Newer.Comparison()
                .field(phrases.text("resellers.name"), saved.name(), name)
                .field(phrases.text("resellers.key"), saved.key(), key);
    }
}
