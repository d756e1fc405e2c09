package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Makes what stands above every tab on the page of a user, for whichever module draws the tab. */
@Service
public class UserHeads {
    private final GuardRails rails;
    private final Guard guard;
    private final Locks locks;
    private final List<UserTab> tabs;

    UserHeads(GuardRails rails, Guard guard, Locks locks, ObjectProvider<UserTab> tabs) {
        this.rails = rails;
        this.guard = guard;
        this.locks = locks;
        this.tabs = tabs.stream().sorted(Comparator.comparing(UserTab::order)).toList();
    }

    /**
     * The head of the user's page.
     *
     * @param user as the actor sees it
     * @param tab the path of the tab being shown
     */
    public UserHead of(Actor actor, User user, String tab) {
        return new UserHead(
                user,
                tabs,
                tab,
                locks.lockedUntil(actor.account(), user.email()).orElse(null),
                actor.is(user.id()),
                rails.beyond(actor, user).map(Refusal::detail).orElse(null),
                guard.may(actor, PanelArea.USERS, Action.UPDATE),
                guard.may(actor, PanelArea.USERS, Action.DELETE),
                guard.may(actor, PanelArea.EXPLAIN, Action.READ));
    }

    /** Those of the users whom the actor may not touch, as the page of each says why. */
    public Set<UserId> beyond(Actor actor, Collection<User> users) {
        return rails.beyond(actor, users);
    }
}
