package io.bailiwick.users;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import io.bailiwick.previews.Previews;
import io.bailiwick.tokens.Confirmations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does one thing to many users: in one transaction and under one revision, to all of them or, when told so, to all but
 * those that a guard rail stands against.
 */
@Service
public class Selections {
    /** How many users can be named one by one. */
    static final int MOST_NAMED = 1_000;

    /** How many users can be changed at once, when a search finds them. */
    public static final int MOST = 10_000;

    private final UserSearch search;
    private final BulkStore store;
    private final DeedReader reader;
    private final GuardRails rails;
    private final UserChanges record;
    private final Changes changes;
    private final Confirmations confirmations;
    private final Guard guard;
    private final Previews previews;
    private final TransactionOperations transactions;

    Selections(
            UserSearch search,
            BulkStore store,
            DeedReader reader,
            GuardRails rails,
            UserChanges record,
            Changes changes,
            Confirmations confirmations,
            Guard guard,
            Previews previews,
            TransactionOperations transactions) {
        this.search = search;
        this.store = store;
        this.reader = reader;
        this.rails = rails;
        this.record = record;
        this.changes = changes;
        this.confirmations = confirmations;
        this.guard = guard;
        this.previews = previews;
        this.transactions = transactions;
    }

    /**
     * The set of users whom a search finds now.
     *
     * @throws Refusal.Invalid when something in the search means nothing, or it finds more than {@link #MOST}
     */
    @Transactional(readOnly = true)
    public Chosen choose(Actor actor, String q) {
        var ids = matching(actor, q);
        return new Chosen(ids.size(), SetVersion.of(ids));
    }

    /**
     * What the deed would do to the selection now; nothing is changed.
     *
     * @param page which page of the single changes
     * @throws Refusal.Invalid when the deed or the selection cannot be
     * @throws Refusal.Conflict when the search finds another set than the actor saw
     */
    public Foresight foresee(Actor actor, Selection selection, Deed deed, PageRequest page) {
        var judged = Objects.requireNonNull(transactions.execute(status -> judge(actor, selection, deed)));
        return judged.foresight(previews.of(actor, judged.proposal(), page), asked(actor, judged, deed));
    }

    /** The same, with the first page of the single changes. */
    public Foresight foresee(Actor actor, Selection selection, Deed deed) {
        return foresee(actor, selection, deed, PageRequest.first());
    }

    /** How many users are selected now, as far as the actor sees them. */
    @Transactional(readOnly = true)
    public int size(Actor actor, Selection selection) {
        var ids = ids(actor, selection);
        return selection instanceof Selection.Matching
                ? ids.size()
                : store.load(actor.account(), ids, guard.reseller(actor)).size();
    }

    /** How many of the selected users are in each group that any of them is in, by the group's id. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> groups(Actor actor, Selection selection) {
        var seen = store.load(actor.account(), ids(actor, selection), guard.reseller(actor));
        return store.groups(actor.account(), seen.keySet());
    }

    /**
     * Does it.
     *
     * @param withoutRefused whether those that a guard rail stands against are left out; else with any nothing is done
     * @param confirm the token of a confirmation, or null
     * @throws Refusal.Invalid when the deed or the selection cannot be
     * @throws Refusal.Conflict when the search finds another set than the actor saw; or saying why for each one refused
     * @throws Refusal.Unconfirmed when it takes away somebody's last group
     */
    @Transactional
    public Carried carryOut(
            Actor actor, Selection selection, Deed deed, boolean withoutRefused, @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var judged = judge(actor, selection, deed);
        if (!judged.refused().isEmpty() && !withoutRefused) {
            throw refused(judged);
        }
        confirmed(actor, revision, judged, deed, confirm);
        if (!judged.steps().isEmpty()) {
            write(actor, judged.steps(), deed);
        }
        return judged.carried();
    }

    private void write(Actor actor, List<Step> steps, Deed deed) {
        var users = steps.stream().map(Step::user).toList();
        var ids = users.stream().map(User::id).toList();
        var before = store.load(actor.account(), ids, null);
        if (deed instanceof Deed.Delete) {
            store.delete(actor.account(), ids);
            rails.lastKeyStays(actor, users);
            record.deleted(actor, ids.stream().map(before::get).toList());
            return;
        }
        store.write(actor.account(), steps);
        rails.lastKeyStays(actor, users);
        record.updated(actor, before, store.load(actor.account(), ids, null));
    }

    private Judged judge(Actor actor, Selection selection, Deed deed) {
        var ids = ids(actor, selection);
        var users = store.load(actor.account(), ids, guard.reseller(actor));
        var does = reader.read(actor, deed);
        var bulk = new BulkRails(actor, rails, guard);
        var judged = new Judged(deed, ids);
        for (int place = 0; place < ids.size(); place++) {
            var user = users.get(ids.get(place));
            if (user == null) {
                judged.refuse(place, ids.get(place), ids.get(place).toString(), new Refusal.NotFound("user"));
            } else {
                judged.judge(place, user, does, bulk);
            }
        }
        return judged;
    }

    private List<UserId> ids(Actor actor, Selection selection) {
        return switch (selection) {
            case Selection.These these -> these(these.ids());
            case Selection.Matching matching -> {
                var ids = matching(actor, matching.q());
                if (matching.version() != null && !matching.version().equals(SetVersion.of(ids))) {
                    throw new Refusal.Conflict("The search finds others now than when you selected them: "
                            + people(ids.size()) + " now. Look at them again, then go on.");
                }
                yield ids;
            }
        };
    }

    private static List<UserId> these(List<UserId> ids) {
        if (ids.isEmpty() || ids.size() > MOST_NAMED) {
            throw new Refusal.Invalid(
                    "ids", String.format("Name 1 to %,d users, or more by a search in `q`.", MOST_NAMED));
        }
        return ids.stream().distinct().toList();
    }

    private List<UserId> matching(Actor actor, String q) {
        var ids = search.ids(actor, UserFilter.of(q), guard.reseller(actor), MOST + 1);
        if (ids.size() > MOST) {
            throw new Refusal.Invalid(
                    "q", String.format("At most %,d users are changed at once: select fewer, then the others.", MOST));
        }
        return ids;
    }

    private Refusal.@Nullable Unconfirmed asked(Actor actor, Judged judged, Deed deed) {
        try {
            confirmed(actor, changes.newest(actor.account()), judged, deed, null);
            return null;
        } catch (Refusal.Unconfirmed asked) {
            return asked;
        }
    }

    private void confirmed(Actor actor, Revision revision, Judged judged, Deed deed, @Nullable String confirm) {
        var bare = judged.effects().lastGroups();
        if (bare > 0 && !judged.isDeletion()) {
            var detail =
                    people(bare) + " would be in no group any longer: nothing but the role and its permissions would"
                            + " limit what they may do.";
            var groups = deed instanceof Deed.Leave leave
                    ? leave.groups().stream().sorted().toList()
                    : List.of();
            var difference = Map.of("withoutGroup", bare, "groups", groups, "version", SetVersion.of(judged.ids()));
            confirmations.require(actor, revision, detail, difference, confirm);
        }
    }

    private static Refusal refused(Judged judged) {
        var reasons = judged.refused().stream()
                .map(each -> new Refusal.Invalid.Fault(
                        "ids[" + each.place() + "]", "`" + each.email() + "`: " + each.reason()))
                .toList();
        var number = judged.ids().size();
        return Refusal.Conflict.rail(
                judged.isDeletion()
                        ? "Nobody was deleted: " + reasons.size() + " of " + number + " cannot be."
                        : "Nobody was changed: " + reasons.size() + " of " + number + " cannot be.",
                reasons);
    }

    private static String people(int number) {
        return number == 1 ? "One user" : String.format("%,d users", number);
    }
}
