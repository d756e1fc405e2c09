package io.bailiwick.partners;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/**
 * The form of a partner as typed; what was not sent is empty.
 *
 * @param reseller its reseller's key; empty for none
 */
public record PartnerFields(String name, String key, String reseller) {
    public PartnerFields {
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, "");
        reseller = Objects.requireNonNullElse(reseller, "");
    }

    static PartnerFields of(Partner partner) {
        var reseller = partner.reseller();
        return new PartnerFields(partner.name(), partner.key(), reseller == null ? "" : reseller.key());
    }

    PartnerForm form() {
        return new PartnerForm(name, key, reseller.isEmpty() ? null : reseller, null);
    }

    /** Where it differs from what is saved. */
    Newer.Comparison against(Partner saved, Phrases phrases) {
        var there = of(saved);
        return new Newer.Comparison()
                .field(phrases.text("partners.name"), there.name, name)
                .field(phrases.text("partners.key"), there.key, key)
                .field(phrases.text("partners.reseller"), there.reseller, reseller);
    }
}
