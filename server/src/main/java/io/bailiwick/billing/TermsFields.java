package io.bailiwick.billing;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of the terms as typed; what was not sent is empty. */
public record TermsFields(String currency, String creditLimit, String lowBalanceThreshold) {
    public TermsFields {
        currency = Objects.requireNonNullElse(currency, "");
        creditLimit = Objects.requireNonNullElse(creditLimit, "");
        lowBalanceThreshold = Objects.requireNonNullElse(lowBalanceThreshold, "");
    }

    static TermsFields of(Billing billing) {
        var terms = billing.terms();
        if (terms == null) {
            return new TermsFields("", "", "");
        }
        var low = terms.lowBalance();
        return new TermsFields(
                terms.currency().getCurrencyCode(),
                terms.money(terms.creditLimit()).plain(),
                low == null ? "" : terms.money(low).plain());
    }

    TermsForm form() {
        return new TermsForm(currency, creditLimit, lowBalanceThreshold);
    }

    /** What was saved in between, and where it differs. */
    Newer against(Billing saved, Terms terms, Phrases phrases) {
        var there = of(saved);
        var comparison = new Newer.Comparison()
                .field(phrases.text("billing.currency"), there.currency, currency)
                .field(phrases.text("billing.limit"), there.creditLimit, creditLimit)
                .field(phrases.text("billing.threshold"), there.lowBalanceThreshold, lowBalanceThreshold);
        return new Newer(terms.changedBy().name(), terms.changedAt(), comparison.differences());
    }
}
