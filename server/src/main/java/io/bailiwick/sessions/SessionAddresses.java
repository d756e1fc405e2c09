package io.bailiwick.sessions;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.OpenSessions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells users from where somebody is signed in. */
@Component
class SessionAddresses implements OpenSessions {
    private final SessionStore store;

    SessionAddresses(SessionStore store) {
        this.store = store;
    }

    @Override
    public List<String> addresses(AccountId account, UserId user) {
        return store.list(account, user).stream().map(SeenSession::address).toList();
    }
}
