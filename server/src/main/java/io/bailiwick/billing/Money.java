package io.bailiwick.billing;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount in a currency, exact to four decimals. */
public record Money(BigDecimal amount, Currency currency) {
    private static final int DECIMALS = 4;
    private static final Pattern AMOUNT = Pattern.compile("[-+]?[0-9]{1,12}(\\.[0-9]{1,4})?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /** As many decimals as the currency has, or as the amount needs. */
    public Money {
        var needed = Math.max(0, amount.stripTrailingZeros().scale());
        amount = amount.setScale(Math.min(DECIMALS, Math.max(needed, decimals(currency))));
    }

    /** The amount that a text names, such as {@code -1250.5}; empty when it names none. */
    static Optional<BigDecimal> amount(String typed) {
        var text = typed.strip();
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The currency with that code of ISO 4217, such as {@code EUR}. */
    static Optional<Currency> currency(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** As scripts read it: {@code -1250.50}. */
    public String plain() {
        return amount.toPlainString();
    }

    /** As people read it: {@code -1,250.50 EUR}. */
    public String inWords() {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount) + "\u00a0" + currency.getCurrencyCode();
    }

    /** Another amount of the same currency. */
    Money with(BigDecimal other) {
        return new Money(other, currency);
    }

    private static int decimals(Currency currency) {
        return Math.clamp(currency.getDefaultFractionDigits(), 0, DECIMALS);
    }
}
