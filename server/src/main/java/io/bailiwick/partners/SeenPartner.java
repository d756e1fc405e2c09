package io.bailiwick.partners;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner whose data somebody sees.
 *
 * @param reseller the reseller that it belongs to, or null
 */
public record SeenPartner(
        UUID id, String key, String name, @Nullable UUID reseller) {}
