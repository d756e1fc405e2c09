package io.bailiwick.audit;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.PastSignIns;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells from the record from where somebody signed in. */
@Component
class SignInsOnRecord implements PastSignIns {
    private final AuditStore store;

    SignInsOnRecord(AuditStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Long> byAddress(AccountId account, UserId user) {
        return store.signIns(account, user, DAYS);
    }
}
