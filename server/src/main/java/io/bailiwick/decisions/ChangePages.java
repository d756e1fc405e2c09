package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Effect.Single;
import io.bailiwick.tokens.Cursors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists single changes by the users' names, page by page. A page begins behind the last user who was listed whole, and
 * leaves out what was listed already of the next one.
 */
final class ChangePages {
    private final Tally tally;
    private final Function<UUID, Tally.Changes> changes;
    private final Users users;
    private final Cursors cursors;
    private final Actor actor;
    private final String list;
    private final Map<UUID, List<Change>> known = new HashMap<>();

    /**
     * @param changes what changes for whoever stands there
     * @param list what is listed: a cursor fits no other list
     */
    ChangePages(
            Tally tally,
            Function<UUID, Tally.Changes> changes,
            Users users,
            Cursors cursors,
            Actor actor,
            String list) {
        this.tally = tally;
        this.changes = changes;
        this.users = users;
        this.cursors = cursors;
        this.actor = actor;
        this.list = list;
    }

    /** Those who gain or lose something, by name. */
    interface Users {
        List<Placed> after(@Nullable Place place, int limit);
    }

    private record Change(Effect.Count in, boolean before) {}

    /**
     * Where a page begins.
     *
     * @param whole the last user who was listed whole, or null
     * @param listed how many changes of the next one were listed
     */
    private record Start(@Nullable Place whole, int listed) {}

    Page<Single> page(PageRequest request) {
        var start = start(request.after());
        var listed = new ArrayList<Single>();
        var whole = start.whole();
        var skip = start.listed();
        for (var user : users.after(whole, request.limit() + 1)) {
            var all = of(user);
            for (int number = skip; number < all.size(); number++) {
                if (listed.size() == request.limit()) {
                    return new Page<>(listed, next(new Start(whole, number)), tally.changes(), false);
                }
                listed.add(single(user, all.get(number)));
            }
            whole = new Place(user.nameKey(), user.id().value());
            skip = 0;
        }
        return new Page<>(listed, null, tally.changes(), false);
    }

    private List<Change> of(Placed user) {
        var all = known.computeIfAbsent(user.standing(), id -> listed(changes.apply(id)));
        return user.chosen().isEmpty()
                ? all
                : all.stream()
                        .filter(change -> change.in() instanceof Effect.OfPartner of
                                && user.chosen().contains(of.partner()))
                        .toList();
    }

    private List<Change> listed(Tally.Changes each) {
        var list = new ArrayList<Change>();
        for (var area : each.areas()) {
            for (var action : Action.values()) {
                if (area.opened().contains(action) || area.closed().contains(action)) {
                    list.add(new Change(
                            tally.count(area.place(), action), area.closed().contains(action)));
                }
            }
        }
        each.partners().forEach(of -> list.add(new Change(tally.count(of.partner()), !of.seen())));
        return list;
    }

    private static Single single(Placed user, Change change) {
        return new Single(user.id(), user.name(), user.email(), change.in(), change.before());
    }

    private Start start(@Nullable String after) {
        if (after == null) {
            return new Start(null, 0);
        }
        var keys = cursors.read(actor, list, after);
        var name = keys.get(0);
        var user = keys.get(1);
        return new Start(
                name == null || user == null ? null : new Place(name, UUID.fromString(user)),
                Integer.parseInt(String.valueOf(keys.get(2))));
    }

    private String next(Start start) {
        var whole = start.whole();
        var keys = new ArrayList<@Nullable String>();
        keys.add(whole == null ? null : whole.nameKey());
        keys.add(whole == null ? null : whole.user().toString());
        keys.add(Integer.toString(start.listed()));
        return cursors.make(actor, list, keys);
    }
}
