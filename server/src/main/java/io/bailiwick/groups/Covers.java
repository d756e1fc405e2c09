package io.bailiwick.groups;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.Areas;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Revision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows the coverage of an account's areas. The matrix asks for it at every choice, so it is kept until something in the
 * account is changed.
 */
@Component
class Covers {
    private static final int KEPT = 32;

    private final Areas areas;
    private final Changes changes;
    private final Map<AccountId, Known> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Known> eldest) {
            return size() > KEPT;
        }
    };

    Covers(Areas areas, Changes changes) {
        this.areas = areas;
        this.changes = changes;
    }

    private record Known(Revision revision, Coverage coverage) {}

    /** The coverage as it is now. */
    Coverage of(AccountId account) {
        // INVARIANT: the revision is read first, so what is kept is at least as new as it says.
        var revision = changes.newest(account);
        var kept = kept(account);
        if (kept != null && kept.revision().equals(revision)) {
            return kept.coverage();
        }
        var coverage = new Coverage(areas.all(account));
        keep(account, new Known(revision, coverage));
        return coverage;
    }

    private synchronized @Nullable Known kept(AccountId account) {
        return known.get(account);
    }

    private synchronized void keep(AccountId account, Known found) {
        known.put(account, found);
    }
}
