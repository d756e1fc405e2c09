package io.bailiwick.partners;

import org.jspecify.annotations.Nullable;

/**
 * What is written of a reseller.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens, unique among the account's resellers
 * @param active whether it is switched on; null leaves it as it is, on for a new one
 */
public record ResellerForm(
        @Nullable String name,
        @Nullable String key,
        @Nullable Boolean active) {
    static ResellerForm of(Reseller reseller) {
        return new ResellerForm(reseller.name(), reseller.key(), reseller.active());
    }

    ResellerForm withActive(boolean on) {
        return new ResellerForm(name, key, on);
    }
}
