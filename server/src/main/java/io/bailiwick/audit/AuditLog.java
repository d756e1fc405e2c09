package io.bailiwick.audit;

import io.bailiwick.accounts.ChangeRecorded;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what it hears, in the transaction of whoever said it. */
@Component
class AuditLog {
    private final AuditStore store;

    AuditLog(AuditStore store) {
        this.store = store;
    }

    @EventListener
    void on(ChangeRecorded change) {
        store.append(
                change.id(),
                change.actor(),
                change.change().kind(),
                change.revision(),
                Map.of("items", change.change().items()));
    }
}
