package io.bailiwick.billing;

import io.bailiwick.accounts.Author;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * By what a partner is billed, and what its entries come to.
 *
 * @param creditLimit how far below zero the balance may fall; not negative
 * @param lowBalance below which balance people are told; null for never
 * @param entries how many there are
 * @param changedBy whoever set the terms last
 * @param version counts the changes of the terms
 */
public record Terms(
        Currency currency,
        BigDecimal creditLimit,
        @Nullable BigDecimal lowBalance,
        BigDecimal balance,
        long entries,
        Instant changedAt,
        Author changedBy,
        long version) {

    Terms by(Author author) {
        return new Terms(currency, creditLimit, lowBalance, balance, entries, changedAt, author, version);
    }

    /** What is there. */
    public Money money() {
        return money(balance);
    }

    /** Whether the balance is beyond the credit limit. */
    public boolean isOver() {
        return standing() == Standing.OVER;
    }

    /** How far the balance is beyond the credit limit; negative within it. */
    public Money beyond() {
        return money(balance.add(creditLimit).negate());
    }

    /** What is left until the credit limit; negative beyond it. */
    public Money left() {
        return money(balance.add(creditLimit));
    }

    /** An amount in their currency. */
    public Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    /** How the balance stands. */
    public Standing standing() {
        if (exceeds(creditLimit)) {
            return Standing.OVER;
        }
        return isBelow(lowBalance) ? Standing.LOW : Standing.FINE;
    }

    /** Whether the balance is beyond that limit. */
    boolean exceeds(BigDecimal limit) {
        return balance.compareTo(limit.negate()) < 0;
    }

    /** Whether the balance is below that threshold; none is null. */
    boolean isBelow(@Nullable BigDecimal threshold) {
        return threshold != null && balance.compareTo(threshold) < 0;
    }
}
