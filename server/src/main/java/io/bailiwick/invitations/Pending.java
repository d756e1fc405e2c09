package io.bailiwick.invitations;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.OpenInvitations;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells users how their invitations stand. */
@Component
class Pending implements OpenInvitations {
    private final InvitationStore store;

    Pending(InvitationStore store) {
        this.store = store;
    }

    @Override
    public Map<UserId, Invited> of(AccountId account, Collection<UserId> users) {
        return users.isEmpty()
                ? Map.of()
                : store.all(account, users).stream().collect(Collectors.toMap(Invitation::user, Invitation::outside));
    }
}
