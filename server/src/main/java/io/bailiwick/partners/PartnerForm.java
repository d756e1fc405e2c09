package io.bailiwick.partners;

import org.jspecify.annotations.Nullable;

/**
 * What is written of a partner.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens, unique among the account's partners
 * @param reseller its reseller's key or id, or null for none
 * @param active whether it is switched on; null leaves it as it is, on for a new one
 */
public record PartnerForm(
        @Nullable String name,
        @Nullable String key,
        @Nullable String reseller,
        @Nullable Boolean active) {
    static PartnerForm of(Partner partner) {
        var reseller = partner.reseller();
        return new PartnerForm(
                partner.name(), partner.key(), reseller == null ? null : reseller.key(), partner.active());
    }

    PartnerForm withActive(boolean on) {
        return new PartnerForm(name, key, reseller, on);
    }
}
