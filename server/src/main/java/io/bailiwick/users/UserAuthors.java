package io.bailiwick.users;

import io.bailiwick.accounts.Authors;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells whom of those who did something a reader sees: of an Administrator with a reseller, its users alone. */
@Component
class UserAuthors implements Authors {
    private final UserStore store;
    private final Guard guard;

    UserAuthors(UserStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    @Override
    public Set<UserId> seen(Actor reader, Collection<UserId> authors) {
        var sight = guard.reseller(reader);
        return sight == null ? Set.copyOf(authors) : store.of(reader.account(), sight, authors);
    }
}
