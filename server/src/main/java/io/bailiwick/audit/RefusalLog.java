package io.bailiwick.audit;

import io.bailiwick.decisions.AccessRefused;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down every refusal in the panel, under the id that the refused person was told. */
@Component
class RefusalLog {
    private final AuditStore store;

    RefusalLog(AuditStore store) {
        this.store = store;
    }

    @EventListener
    void on(AccessRefused refused) {
        store.append(
                refused.decision(),
                refused.actor(),
                "access.refused",
                null,
                Map.of(
                        "area", refused.area(),
                        "action", refused.action().word(),
                        "gate", refused.gate().word(),
                        "reason", refused.reason()));
    }
}
