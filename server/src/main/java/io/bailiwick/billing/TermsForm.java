package io.bailiwick.billing;

import org.jspecify.annotations.Nullable;

/**
 * By what a partner is to be billed, as on the wire.
 *
 * @param currency a code of ISO 4217; it stays once there are entries
 * @param creditLimit how far below zero the balance may fall, as a decimal in a text; left out: not at all
 * @param lowBalanceThreshold below which balance people are told; left out: never
 */
public record TermsForm(
        @Nullable String currency,
        @Nullable String creditLimit,
        @Nullable String lowBalanceThreshold) {}
