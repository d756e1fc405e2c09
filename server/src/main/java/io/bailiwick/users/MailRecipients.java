package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.Recipients;
import org.springframework.stereotype.Component;

/** Tells outgoing mail whose links and codes an administrator may see: those of users whom he could give all they have. */
@Component
class MailRecipients implements Recipients {
    private final UserStore store;
    private final Guard guard;

    MailRecipients(UserStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    @Override
    public boolean mayBeManagedBy(Actor actor, UserId user) {
        var found = store.find(actor.account(), user, guard.reseller(actor));
        if (found.isEmpty()) {
            return guard.isUnrestricted(actor);
        }
        try {
            guard.mayGive(actor, found.get().entitlement(), null);
            return true;
        } catch (Refusal.Beyond beyond) {
            return false;
        }
    }
}
