package io.bailiwick.audit;

import io.bailiwick.decisions.AccessRefused;
import java.util.LinkedHashMap;
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
        var gate = refused.gate();
        store.appendOnce(
                refused.decision(),
                refused.actor(),
                gate == null ? "rail.refused" : "access.refused",
                details(refused));
    }

    private static Map<String, ?> details(AccessRefused refused) {
        var details = new LinkedHashMap<String, String>();
        if (refused.area() != null) {
            details.put("area", refused.area());
        }
        if (refused.action() != null) {
            details.put("action", refused.action().word());
        }
        if (refused.gate() != null) {
            details.put("gate", refused.gate().word());
        }
        details.put("method", refused.method());
        details.put("path", refused.path());
        details.put("reason", refused.reason());
        return details;
    }
}
