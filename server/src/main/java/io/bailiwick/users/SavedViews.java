package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches that people keep for themselves. Nobody sees those of another, and no policy depends on them. */
@Service
public class SavedViews {
    /** How many one person may keep. */
    public static final int MOST = 20;

    private static final int LONGEST_NAME = 60;

    private final SavedViewStore store;
    private final UserSearch search;
    private final Guard guard;

    SavedViews(SavedViewStore store, UserSearch search, Guard guard) {
        this.store = store;
        this.search = search;
        this.guard = guard;
    }

    /** The actor's own, by name. */
    public List<SavedView> of(Actor actor) {
        var user = actor.user();
        return user == null ? List.of() : store.of(actor.account(), user);
    }

    /**
     * One of the actor's own.
     *
     * @throws Refusal.NotFound when there is none with that id
     */
    public SavedView get(Actor actor, String id) {
        return of(actor).stream()
                .filter(view -> view.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("view"));
    }

    /**
     * Keeps a search.
     *
     * @throws Refusal.Invalid with the faults of `name`, `q` and `sort`
     * @throws Refusal.Conflict when another of the actor's has the name, or there are too many
     */
    @Transactional
    public SavedView keep(Actor actor, SavedViewForm form) {
        return put(actor, read(actor, Ids.next(), form));
    }

    /**
     * Changes one of the actor's own.
     *
     * @throws Refusal.NotFound when there is none with that id
     * @throws Refusal.Invalid with the faults of `name`, `q` and `sort`
     * @throws Refusal.Conflict when another of the actor's has the name
     */
    @Transactional
    public SavedView change(Actor actor, String id, SavedViewForm form) {
        return put(actor, read(actor, get(actor, id).id(), form));
    }

    /** As {@link #change}, with another name alone: a search that has come to mean nothing meanwhile stays as it is. */
    @Transactional
    public SavedView rename(Actor actor, String id, String name) {
        var view = get(actor, id);
        var faults = new Faults();
        var read = new SavedView(view.id(), name(name, faults), view.q(), view.sort());
        faults.check();
        return put(actor, read);
    }

    /**
     * Forgets one of the actor's own.
     *
     * @throws Refusal.NotFound when there is none with that id
     */
    @Transactional
    public SavedView delete(Actor actor, String id) {
        var view = get(actor, id);
        store.delete(actor.account(), owner(actor), view.id());
        return view;
    }

    private SavedView put(Actor actor, SavedView view) {
        store.lock(actor.account(), owner(actor));
        if (of(actor).stream().filter(other -> !other.id().equals(view.id())).count() >= MOST) {
            throw new Refusal.Conflict("You keep " + MOST + " views already: delete one that you no longer need.");
        }
        if (store.isTaken(actor.account(), owner(actor), view)) {
            throw new Refusal.Conflict("You have a view called `" + view.name() + "` already.");
        }
        store.put(actor.account(), owner(actor), view);
        return view;
    }

    private SavedView read(Actor actor, UUID id, SavedViewForm form) {
        var faults = new Faults();
        var name = name(form.name(), faults);
        var q = form.q() == null ? "" : form.q().strip();
        if (q.isEmpty()) {
            faults.add("q", "Search for something first: everyone has a tab already.");
        } else if (!OneLine.isClean(q)) {
            faults.add("q", SearchWords.UNFIT);
        } else {
            search.faults(actor, UserFilter.of(q), guard.reseller(actor))
                    .forEach(fault -> faults.add("q", fault.message()));
        }
        var sort = sort(form.sort());
        faults.check();
        return new SavedView(id, name, q, sort);
    }

    private static String name(@Nullable String typed, Faults faults) {
        var name = typed == null ? "" : typed.strip();
        if (OneLine.isBlank(name) || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add("name", "Give the view a name of 1 to " + LONGEST_NAME + " characters.");
        } else if (!OneLine.isClean(name)) {
            faults.add("name", "A name is one line without control characters.");
        }
        return name;
    }

    private static String sort(@Nullable String typed) {
        var sort = typed == null ? "" : typed.strip();
        if (!sort.isEmpty()) {
            UserOrder.of(Arrays.asList(sort.split(",", -1)));
        }
        return sort;
    }

    private static UserId owner(Actor actor) {
        var user = actor.user();
        if (user == null) {
            throw new Refusal.NotFound("view");
        }
        return user;
    }
}
