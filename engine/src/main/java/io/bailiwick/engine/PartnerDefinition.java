package io.bailiwick.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner: whoever a piece of business data belongs to.
 *
 * @param id its id
 * @param key its short unique word
 * @param reseller the id of its reseller, if it belongs to one
 * @param on whether it is switched on; nobody sees single data of one that is off
 */
public record PartnerDefinition(
        UUID id, String key, @Nullable UUID reseller, boolean on) {}
