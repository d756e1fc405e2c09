package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.tokens.Cursors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds users page by page, on by keyset and back by the same keys turned round. */
@Component
class UserSearch {
    /** Stands first in a cursor that leads back. */
    private static final String BACK = "<";

    private static final String ON = ">";

    private final UserListStore store;
    private final UserStore users;
    private final SearchReader reader;
    private final Cursors cursors;

    UserSearch(UserListStore store, UserStore users, SearchReader reader, Cursors cursors) {
        this.store = store;
        this.users = users;
        this.reader = reader;
        this.cursors = cursors;
    }

    /** A page of those that match; a search in which something means nothing is refused. */
    UserPage page(Actor actor, UserFilter filter, PageRequest request, @Nullable UUID sight) {
        return page(actor, filter, request, strict(actor, filter, sight));
    }

    /** A page of those that match what of the search means something, and what of it does not. */
    ShownUsers shown(Actor actor, UserFilter filter, PageRequest request, @Nullable UUID sight) {
        var faults = new ArrayList<SearchFault>();
        var criteria = reader.read(actor, filter, sight, faults);
        return new ShownUsers(page(actor, filter, request, criteria), faults, false);
    }

    /** Those that match, no more than the most, in the order of their ids. */
    List<UserId> ids(Actor actor, UserFilter filter, @Nullable UUID sight, int most) {
        var criteria = strict(actor, filter, sight);
        return criteria.isImpossible() ? List.of() : store.ids(criteria, most);
    }

    /** How many match, counting no further than the most. */
    long count(Actor actor, UserFilter filter, @Nullable UUID sight, int most) {
        var criteria = strict(actor, filter, sight);
        return criteria.isImpossible() ? 0 : store.count(criteria, most);
    }

    /** What of a search means nothing. */
    List<SearchFault> faults(Actor actor, UserFilter filter, @Nullable UUID sight) {
        var faults = new ArrayList<SearchFault>();
        reader.read(actor, filter, sight, faults);
        return faults;
    }

    private UserCriteria strict(Actor actor, UserFilter filter, @Nullable UUID sight) {
        var faults = new ArrayList<SearchFault>();
        var criteria = reader.read(actor, filter, sight, faults);
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults.stream()
                    .map(fault -> new Refusal.Invalid.Fault("q", fault.message()))
                    .toList());
        }
        return criteria;
    }

    private UserPage page(Actor actor, UserFilter filter, PageRequest request, UserCriteria criteria) {
        var order = UserOrder.of(request.sort());
        var list = "users " + request.sort() + " " + filter;
        var cursor = request.after() == null ? null : cursors.read(actor, list, request.after());
        var accountTotal = users.total(actor.account(), criteria.sight());
        if (criteria.isImpossible()) {
            return new UserPage(new Page<>(List.of(), null, 0, false), null, accountTotal);
        }
        var back = cursor != null && BACK.equals(cursor.getFirst());
        var keys = cursor == null ? null : cursor.subList(1, cursor.size());
        var found = store.find(criteria, order, back, keys, request.limit() + 1, accountTotal);
        var rows = found.rows();
        var more = rows.size() > request.limit();
        var shown = new ArrayList<>(more ? rows.subList(0, request.limit()) : rows);
        if (back) {
            Collections.reverse(shown);
        }
        var next = back || more ? cursor(actor, list, ON, shown.isEmpty() ? null : shown.getLast()) : null;
        var hasPrevious = back ? more : cursor != null;
        var previous = hasPrevious ? cursor(actor, list, BACK, shown.isEmpty() ? null : shown.getFirst()) : null;
        var matching = criteria.isEverybody() ? Long.valueOf(accountTotal) : found.matching();
        var count = matching == null ? store.count(criteria, Page.COUNTED + 1) : matching;
        return new UserPage(page(shown, next, count, criteria.isEverybody()), previous, accountTotal);
    }

    private static Page<User> page(List<UserListStore.Row> shown, @Nullable String next, long count, boolean isExact) {
        var capped = !isExact && count > Page.COUNTED;
        return new Page<>(
                shown.stream().map(UserListStore.Row::user).toList(), next, capped ? Page.COUNTED : count, capped);
    }

    private @Nullable String cursor(Actor actor, String list, String way, UserListStore.@Nullable Row row) {
        if (row == null) {
            return null;
        }
        var keys = new ArrayList<@Nullable String>();
        keys.add(way);
        keys.addAll(row.keys());
        return cursors.make(actor, list, keys);
    }
}
