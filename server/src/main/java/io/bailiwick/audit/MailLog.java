package io.bailiwick.audit;

import io.bailiwick.kernel.Ids;
import io.bailiwick.mail.MailOpened;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who saw the link or the code of a mail that is for somebody else. */
@Component
class MailLog {
    private final AuditStore store;

    MailLog(AuditStore store) {
        this.store = store;
    }

    @EventListener
    void on(MailOpened opened) {
        store.append(
                Ids.next(),
                opened.actor(),
                "mail.opened",
                null,
                Map.of("mail", opened.mail().value(), "mailKind", opened.kind(), "email", opened.email()));
    }
}
