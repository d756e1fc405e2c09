package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * All whom a search finds, piece by piece: never more than one piece in memory, no transaction held open between two, and
 * each read with the actor's sight at that moment.
 */
@Service
public class UserExport {
    private final UserSearch search;
    private final Guard guard;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    UserExport(UserSearch search, Guard guard, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.search = search;
        this.guard = guard;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Begins an export, and has it recorded.
     *
     * @param sort as of a page
     * @return the users in order; reading on may throw {@link Refusal.Denied} when the actor may no longer
     * @throws Refusal.Invalid when something in the search or the order means nothing
     */
    public Iterator<List<User>> of(Actor actor, UserFilter filter, List<String> sort) {
        var first = page(actor, filter, sort, null);
        var line = Objects.requireNonNullElse(filter.q(), "");
        transactions.executeWithoutResult(status -> events.publishEvent(
                new UsersExported(actor, line, String.join(",", sort), first.total(), first.totalIsAtLeast())));
        return new Pieces(actor, filter, sort, first);
    }

    private Page<User> page(Actor actor, UserFilter filter, List<String> sort, @Nullable String after) {
        var request = new PageRequest(sort, Page.MOST, after);
        return Objects.requireNonNull(
                        transactions.execute(status -> search.page(actor, filter, request, guard.reseller(actor))))
                .page();
    }

    private final class Pieces implements Iterator<List<User>> {
        private final Actor actor;
        private final UserFilter filter;
        private final List<String> sort;
        private @Nullable Page<User> next;

        Pieces(Actor actor, UserFilter filter, List<String> sort, Page<User> first) {
            this.actor = actor;
            this.filter = filter;
            this.sort = sort;
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public List<User> next() {
            var now = next;
            if (now == null) {
                throw new NoSuchElementException();
            }
            next = now.next() == null ? null : page(actor, filter, sort, now.next());
            return now.items();
        }
    }
}
