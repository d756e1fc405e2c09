package io.bailiwick.partners;

import org.jspecify.annotations.Nullable;

/**
 * Which partners are wanted.
 *
 * @param q found anywhere in name or key, in any case; empty for all
 * @param reseller only those of the reseller with this key or id; null for all
 * @param active only those that are switched on, or off; null for both
 */
public record PartnerFilter(
        String q, @Nullable String reseller, @Nullable Boolean active) {
    /** Every partner. */
    public static final PartnerFilter ALL = new PartnerFilter("", null, null);
}
