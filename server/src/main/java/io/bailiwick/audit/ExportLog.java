package io.bailiwick.audit;

import io.bailiwick.kernel.Ids;
import io.bailiwick.users.UsersExported;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who took a list of users away as a file, and whom it held. */
@Component
class ExportLog {
    private final AuditStore store;

    ExportLog(AuditStore store) {
        this.store = store;
    }

    @EventListener
    void on(UsersExported exported) {
        store.append(
                Ids.next(),
                exported.actor(),
                "users.exported",
                null,
                Map.of(
                        "search",
                        exported.search(),
                        "sort",
                        exported.sort(),
                        "matches",
                        exported.matches(),
                        "matchesAreAtLeast",
                        exported.matchesAreAtLeast()));
    }
}
