package io.bailiwick.billing;

import io.bailiwick.http.PublicUrl;
import io.bailiwick.mail.Letter;
import io.bailiwick.ui.Timekeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are told when a balance falls too low. */
@Component
class AlertLetters {
    /** The kind of mail. */
    static final String KIND = "balance-alert";

    private final MessageSource messages;
    private final PublicUrl publicUrl;
    private final Timekeeper timekeeper;

    AlertLetters(MessageSource messages, PublicUrl publicUrl, Timekeeper timekeeper) {
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.timekeeper = timekeeper;
    }

    Letter of(Alert alert, Recipient recipient) {
        var partner = alert.partner().name();
        var money = alert.balance();
        var said = new ArrayList<String>();
        said.add(text("billing.mail.greeting", recipient.name()));
        said.add(text(
                "billing.mail.balance",
                partner,
                money.inWords(),
                timekeeper.in(recipient.zone()).toTheMinute(alert.at())));
        if (alert.over()) {
            said.add(text("billing.mail.over", money.with(alert.creditLimit()).inWords()));
        }
        var low = alert.lowBalance();
        if (alert.low() && low != null) {
            said.add(text("billing.mail.low", money.with(low).inWords()));
        }
        said.add(text(
                "billing.mail.where", publicUrl.to("/billing/" + alert.partner().key())));
        return new Letter(
                KIND,
                recipient.id(),
                recipient.name(),
                recipient.email(),
                text(alert.over() ? "billing.mail.over.subject" : "billing.mail.low.subject", partner),
                List.copyOf(said),
                null,
                null,
                null,
                List.of(text("billing.mail.why", partner, publicUrl.to("/me"))));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
