package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** What users can be tied to, as far as the actor sees it; the first thousand by name. */
@Service
public class Ties {
    private static final int MOST = 1_000;

    private final TieStore store;
    private final Guard guard;

    Ties(TieStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    /** The groups of the account. */
    public List<User.Group> groups(Actor actor) {
        return store.groups(actor.account(), MOST);
    }

    /** The partners that the actor sees. */
    public List<User.Partner> partners(Actor actor) {
        return store.partners(actor.account(), guard.reseller(actor), MOST);
    }

    /** The resellers: the actor's own alone when there is one. */
    public List<User.Reseller> resellers(Actor actor) {
        return store.resellers(actor.account(), guard.reseller(actor), MOST);
    }
}
