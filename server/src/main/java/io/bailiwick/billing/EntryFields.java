package io.bailiwick.billing;

import java.util.Objects;

/**
 * The form of an entry as typed; what was not sent is empty.
 *
 * @param direction `in` for what was paid in, `out` for what is charged
 * @param key made with the form, so that a form sent twice makes one entry
 */
public record EntryFields(String direction, String amount, String text, String key) {
    public EntryFields {
        direction = Objects.requireNonNullElse(direction, "");
        amount = Objects.requireNonNullElse(amount, "");
        text = Objects.requireNonNullElse(text, "");
        key = Objects.requireNonNullElse(key, "");
    }

    /** A charge is written without its minus. */
    EntryForm form() {
        var typed = amount.strip();
        return new EntryForm(key, direction.equals("out") && !typed.startsWith("-") ? "-" + typed : typed, text);
    }
}
