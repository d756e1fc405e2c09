package io.bailiwick.billing;

import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the forms of billing. */
final class Drafts {
    private static final int LONGEST_TEXT = 200;
    private static final Pattern KEY = Pattern.compile("[!-~]{1,64}");
    private static final String AMOUNT = "Write an amount such as `1250` or `12.5`, with at most four decimals.";

    private Drafts() {}

    /** Terms that can be saved. */
    record TermsDraft(
            Currency currency,
            BigDecimal creditLimit,
            @Nullable BigDecimal lowBalance) {}

    /** An entry that can be made. */
    record EntryDraft(String key, BigDecimal amount, String text) {}

    static TermsDraft read(TermsForm form) {
        var faults = new ArrayList<Fault>();
        var currency = Money.currency(text(form.currency()).toUpperCase(Locale.ROOT));
        if (currency.isEmpty()) {
            faults.add(new Fault("currency", "Write the three letters of a currency, such as `EUR` or `USD`."));
        }
        var limit = text(form.creditLimit()).isEmpty()
                ? BigDecimal.ZERO
                : amount("creditLimit", form.creditLimit(), faults);
        if (limit != null && limit.signum() < 0) {
            faults.add(new Fault("creditLimit", "Write how far below zero the balance may fall, without a minus."));
        }
        var low = text(form.lowBalanceThreshold()).isEmpty()
                ? null
                : amount("lowBalanceThreshold", form.lowBalanceThreshold(), faults);
        if (currency.isEmpty() || limit == null || !faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return new TermsDraft(currency.get(), limit, low);
    }

    static EntryDraft read(EntryForm form) {
        var faults = new ArrayList<Fault>();
        var amount = amount("amount", form.amount(), faults);
        if (amount != null && amount.signum() == 0) {
            faults.add(new Fault("amount", "An entry of nothing changes nothing: write an amount."));
        }
        var text = OneLine.read("text", form.text(), LONGEST_TEXT, faults);
        var key = text(form.key());
        if (!KEY.matcher(key).matches()) {
            faults.add(
                    new Fault(
                            "key",
                            "Send a `key` of 1 to 64 letters, digits and signs, another one for each entry: sent again, it makes no second one."));
        }
        if (amount == null || !faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return new EntryDraft(key, amount, text);
    }

    private static @Nullable BigDecimal amount(String field, @Nullable String typed, List<Fault> faults) {
        var amount = Money.amount(text(typed));
        if (amount.isEmpty()) {
            faults.add(new Fault(field, AMOUNT));
        }
        return amount.orElse(null);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
