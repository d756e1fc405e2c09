package io.bailiwick.billing;

import io.bailiwick.partners.SeenPartner;
import org.jspecify.annotations.Nullable;

/**
 * A partner with what it is billed by.
 *
 * @param terms null before they are set
 */
public record Billing(SeenPartner partner, @Nullable Terms terms) {
    /** How its balance stands. */
    public Standing standing() {
        return terms == null ? Standing.UNSET : terms.standing();
    }
}
