package io.bailiwick.billing;

import io.bailiwick.accounts.Author;
import java.time.Instant;

/**
 * One entry; it is never changed or removed.
 *
 * @param number counts the partner's entries
 * @param key what its maker called it: the same key makes no second entry
 * @param amount above zero what was paid in, below zero what was charged
 * @param balance what there was after it
 * @param text what it is for
 * @param low whether it took the balance below the threshold
 * @param over whether it took the balance beyond the credit limit
 */
public record Entry(
        long number,
        String key,
        Money amount,
        Money balance,
        String text,
        boolean low,
        boolean over,
        Instant createdAt,
        Author createdBy) {
    Entry by(Author author) {
        return new Entry(number, key, amount, balance, text, low, over, createdAt, author);
    }

    /** Whether somebody has to be told. */
    boolean crosses() {
        return low || over;
    }
}
