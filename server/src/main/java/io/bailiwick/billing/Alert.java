package io.bailiwick.billing;

import io.bailiwick.partners.SeenPartner;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A balance that fell too low, of which people are being told.
 *
 * @param creditLimit as it is now
 * @param lowBalance as it is now
 * @param after the cursor behind the last one who was told; null when nobody was yet
 */
record Alert(
        AlertId id,
        SeenPartner partner,
        Entry entry,
        Currency currency,
        BigDecimal creditLimit,
        @Nullable BigDecimal lowBalance,
        @Nullable String after) {}
