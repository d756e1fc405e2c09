package io.bailiwick.billing;

import io.bailiwick.partners.SeenPartner;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A balance that fell too low, of which people are being told.
 *
 * @param balance what there was
 * @param low whether it was below the threshold all at once
 * @param over whether it was beyond the credit limit all at once
 * @param at when that was
 * @param creditLimit as it is now
 * @param lowBalance as it is now
 * @param after the cursor behind the last one who was told; null when nobody was yet
 */
record Alert(
        AlertId id,
        SeenPartner partner,
        Money balance,
        boolean low,
        boolean over,
        Instant at,
        BigDecimal creditLimit,
        @Nullable BigDecimal lowBalance,
        @Nullable String after) {}
