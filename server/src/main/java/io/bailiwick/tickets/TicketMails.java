package io.bailiwick.tickets;

import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.Actor;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.Mails;
import io.bailiwick.tickets.TicketStore.Author;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells those who wrote in a ticket that somebody replied; what was written stays on the page. */
@Component
class TicketMails {
    private final Mails mails;
    private final MessageSource messages;
    private final PublicUrl publicUrl;

    TicketMails(Mails mails, MessageSource messages, PublicUrl publicUrl) {
        this.mails = mails;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    void replied(Actor actor, Ticket ticket, List<Author> listeners) {
        var button = new Letter.Button(text("tickets.mail.open"), URI.create(publicUrl.to("/tickets/" + ticket.id())));
        var number = Long.toString(ticket.number());
        for (var listener : listeners) {
            mails.send(
                    actor.account(),
                    new Letter(
                            "ticket-reply",
                            listener.id(),
                            listener.name(),
                            listener.email(),
                            text("tickets.mail.subject", number, ticket.subject()),
                            List.of(
                                    text("tickets.mail.greeting", listener.name()),
                                    text("tickets.mail.text", actor.name(), number, ticket.subject())),
                            button,
                            null,
                            null,
                            List.of(text("tickets.mail.why"))));
        }
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
