package io.bailiwick.billing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a partner's balance stands. */
public enum Standing {
    /** Neither low nor beyond the credit limit. */
    FINE("ok", "circle-check"),
    /** Below the threshold. */
    LOW("wa", "alert-triangle"),
    /** Beyond the credit limit. */
    OVER("no", "ban"),
    /** There are no terms yet. */
    UNSET("mu", "minus");

    private final String tone;
    private final String icon;

    Standing(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    static Optional<Standing> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tone of its badge. */
    public String tone() {
        return tone;
    }

    /** The symbol of its badge. */
    public String icon() {
        return icon;
    }

    /** The message key of its words. */
    public String label() {
        return "billing.standing." + word();
    }
}
