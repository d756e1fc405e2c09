package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import io.bailiwick.tokens.Cursors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
    private final TieStore ties;
    private final Cursors cursors;

    UserSearch(UserListStore store, UserStore users, TieStore ties, Cursors cursors) {
        this.store = store;
        this.users = users;
        this.ties = ties;
        this.cursors = cursors;
    }

    UserPage page(Actor actor, UserFilter filter, PageRequest request, @Nullable UUID sight) {
        var order = UserOrder.of(request.sort());
        var list = "users " + request.sort() + " " + filter;
        var cursor = request.after() == null ? null : cursors.read(actor, list, request.after());
        var accountTotal = users.total(actor.account(), sight);
        var criteria = criteria(actor, filter, sight);
        if (criteria.isImpossible()) {
            return new UserPage(new Page<>(List.of(), null, 0, false), null, accountTotal);
        }
        var back = cursor != null && BACK.equals(cursor.getFirst());
        var keys = cursor == null ? null : cursor.subList(1, cursor.size());
        var rows = store.find(criteria, order, back, keys, request.limit() + 1);
        var more = rows.size() > request.limit();
        var shown = new ArrayList<>(more ? rows.subList(0, request.limit()) : rows);
        if (back) {
            Collections.reverse(shown);
        }
        var next = back || more ? cursor(actor, list, ON, shown.isEmpty() ? null : shown.getLast()) : null;
        var hasPrevious = back ? more : cursor != null;
        var previous = hasPrevious ? cursor(actor, list, BACK, shown.isEmpty() ? null : shown.getFirst()) : null;
        var count = criteria.isEverybody() ? accountTotal : store.count(criteria, Page.COUNTED + 1);
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

    private UserCriteria criteria(Actor actor, UserFilter filter, @Nullable UUID sight) {
        var account = actor.account();
        var group = given(filter.group());
        var partner = given(filter.partner());
        var reseller = given(filter.reseller());
        var groups = group == null ? null : ids(ties.groups(account, List.of(group)), User.Group::id);
        var partners = partner == null ? null : ids(ties.partners(account, List.of(partner), sight), User.Partner::id);
        var resellers = reseller == null
                ? null
                : ties.reseller(account, reseller).stream()
                        .map(User.Reseller::id)
                        .toList();
        return new UserCriteria(
                account,
                sight,
                SearchText.of("q", filter.q()),
                SearchText.of("email", filter.email()),
                SearchText.of("name", filter.name()),
                status(given(filter.status())),
                role(given(filter.role())),
                groups,
                partners,
                resellers);
    }

    private static <T> List<UUID> ids(List<T> found, Function<T, UUID> id) {
        return found.stream().map(id).toList();
    }

    private static @Nullable String given(@Nullable String word) {
        return word == null || word.isBlank() ? null : word.strip();
    }

    private static @Nullable UserStatus status(@Nullable String word) {
        return word == null
                ? null
                : UserStatus.of(word)
                        .orElseThrow(() -> new Refusal.Invalid(
                                "status", "`" + word + "` is no status: choose `invited`, `active` or `disabled`."));
    }

    private static @Nullable Role role(@Nullable String word) {
        return word == null
                ? null
                : Role.of(word)
                        .orElseThrow(() -> new Refusal.Invalid(
                                "role", "`" + word + "` is no role: choose `administrator`, `normal` or `partner`."));
    }
}
