package io.bailiwick.areas;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.AreaGate;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Confirmations;
import io.bailiwick.tokens.Keysets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas of an account's applications; unrestricted Administrators make, change and delete them. */
@Service
public class Areas {
    private final AreaStore store;
    private final Applications applications;
    private final Rules rules;
    private final Changes changes;
    private final Guard guard;
    private final Confirmations confirmations;
    private final Keysets keysets;
    private final Previews previews;

    Areas(
            AreaStore store,
            Applications applications,
            Rules rules,
            Changes changes,
            Guard guard,
            Confirmations confirmations,
            Keysets keysets,
            Previews previews) {
        this.store = store;
        this.applications = applications;
        this.rules = rules;
        this.changes = changes;
        this.guard = guard;
        this.confirmations = confirmations;
        this.keysets = keysets;
        this.previews = previews;
    }

    /**
     * A page of them.
     *
     * @param page sorts by `name` (the list's own order) or `createdAt`
     */
    @Transactional(readOnly = true)
    public Page<Area> list(Actor actor, AreaFilter filter, PageRequest page) {
        var text = filter.text() == null ? "" : filter.text().strip();
        var application = filtered(actor, filter);
        var list = "areas " + application + " " + text;
        var keyset = keysets.of(actor, list, Applications.ORDERS, page);
        return keysets.page(
                actor,
                list,
                keyset,
                store.list(actor.account(), text, application, keyset),
                store.count(actor.account(), text, application));
    }

    /** Every area of the account: other applications' first, then the panel's own, each by name. */
    public List<Area> all(AccountId account) {
        return store.all(account);
    }

    /** The areas of one application by name. */
    public List<Area> of(AccountId account, ApplicationId application) {
        return store.of(account, application);
    }

    /** The area with that id. */
    public Optional<Area> find(AccountId account, AreaId id) {
        return store.find(account, id);
    }

    /** Those of the areas that are there, by name. */
    public List<Area> find(AccountId account, Collection<AreaId> ids) {
        return store.find(account, ids);
    }

    /**
     * The area that is meant.
     *
     * @param reference its id, or {@code <application key>/<name>}
     */
    public Optional<Area> find(AccountId account, String reference) {
        var slash = reference.indexOf('/');
        if (slash > 0) {
            return store.find(account, reference.substring(0, slash), reference.substring(slash + 1));
        }
        return Ids.read(reference).flatMap(id -> store.find(account, new AreaId(id)));
    }

    /** Adds an area to an application. */
    @Transactional
    public Area create(Actor actor, AreaForm form) {
        changes.lock(actor.account());
        Structure.require(guard, actor);
        var application = applications
                .find(actor.account(), form.application())
                .orElseThrow(() -> new Refusal.Invalid(
                        "application", "There is no application `" + form.application() + "`. Name its id or key."));
        if (application.builtin()) {
            throw builtIn();
        }
        var id = new AreaId(Ids.next());
        var others = store.of(actor.account(), application.id());
        var area = new AreaReader(others).read(empty(id, application), form);
        requireFree(area, others);
        store.insert(actor.account(), area);
        record(actor, "area.created", area, Map.of(), fields(area), List.of());
        return store.find(actor.account(), id).orElseThrow();
    }

    /**
     * Changes an area.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that was looked at, or null
     * @param confirm the token of an earlier {@link Refusal.Unconfirmed}, or null
     */
    @Transactional
    public Area update(
            Actor actor, AreaId id, @Nullable Long expected, UnaryOperator<AreaForm> change, @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var before = own(actor, id, expected);
        var all = store.of(actor.account(), before.application());
        var after = edited(actor, before, change.apply(AreaForm.of(before)), all);
        var consequences = consequences(actor, after, all);
        confirm(actor, revision, consequences, confirm);
        if (!fields(before).equals(fields(after))) {
            store.update(actor.account(), after);
            record(actor, "area.changed", after, fields(before), fields(after), List.of());
        }
        return store.find(actor.account(), id).orElseThrow();
    }

    /**
     * Who would gain and who would lose what by the change; everything stands against it that stands against saving.
     *
     * @param expected the version that was looked at, or null
     * @param page which page of the single changes
     */
    public Effect preview(Actor actor, AreaId id, @Nullable Long expected, AreaForm form, PageRequest page) {
        var before = own(actor, id, expected);
        var after = edited(actor, before, form, store.of(actor.account(), before.application()));
        var paths = after.paths().stream()
                .map(path -> new Proposal.AreaBecomes.Path(path.pattern(), path.actions()))
                .toList();
        return previews.of(
                actor,
                new Proposal.AreaBecomes(id.value(), after.application().value(), after.name(), after.gate(), paths),
                page);
    }

    /**
     * Who would lose what by the deletion; everything stands against it that stands against deleting.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param page which page of the single changes
     */
    public Effect previewDeletion(Actor actor, AreaId id, @Nullable Long expected, PageRequest page) {
        return previews.of(
                actor, new Proposal.AreaGoes(own(actor, id, expected).id().value()), page);
    }

    /** What saving the change would ask first; empty when it would ask nothing. */
    Optional<Refusal.Unconfirmed> question(Actor actor, AreaId id, AreaForm form) {
        var before = own(actor, id, null);
        var all = store.of(actor.account(), before.application());
        var consequences = consequences(actor, edited(actor, before, form, all), all);
        return asked(() -> confirm(actor, changes.newest(actor.account()), consequences, null));
    }

    /** What the deletion would ask first; empty when it would ask nothing. */
    Optional<Refusal.Unconfirmed> deletionQuestion(Actor actor, AreaId id) {
        var area = own(actor, id, null);
        return asked(() -> confirm(actor, changes.newest(actor.account()), ofDeletion(actor, area), null));
    }

    /** What is asked first; empty when nothing is. */
    static Optional<Refusal.Unconfirmed> asked(Runnable confirmation) {
        try {
            confirmation.run();
            return Optional.empty();
        } catch (Refusal.Unconfirmed asked) {
            return Optional.of(asked);
        }
    }

    /**
     * Deletes an area. Rules that name it go along, once that is confirmed.
     *
     * @param expected the version that was looked at, or null
     * @param confirm the token of an earlier {@link Refusal.Unconfirmed}, or null
     */
    @Transactional
    public void delete(Actor actor, AreaId id, @Nullable Long expected, @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var area = own(actor, id, expected);
        confirm(actor, revision, ofDeletion(actor, area), confirm);
        var groups = rules.drop(actor, List.of(id));
        store.delete(actor.account(), id);
        record(actor, "area.deleted", area, fields(area), Map.of(), groups);
    }

    static Map<String, ?> fields(Area area) {
        return Map.of(
                "application", area.applicationKey(),
                "name", area.name(),
                "gate", area.gate().word(),
                "paths",
                        area.paths().stream()
                                .map(path -> Map.of(
                                        "path", path.pattern().text(), "actions", AreaStore.words(path.actions())))
                                .toList());
    }

    private Area own(Actor actor, AreaId id, @Nullable Long expected) {
        var area = store.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("area"));
        Structure.require(guard, actor);
        Refusal.Stale.check(expected, area.version());
        if (area.builtin()) {
            throw builtIn();
        }
        return area;
    }

    private Area edited(Actor actor, Area before, AreaForm form, List<Area> all) {
        var others = others(before.id(), all);
        requireSameApplication(actor, before, form);
        var after = new AreaReader(others).read(before, form);
        requireFree(after, others);
        return after;
    }

    private List<Consequence> consequences(Actor actor, Area after, List<Area> all) {
        var then = new ArrayList<>(others(after.id(), all));
        then.add(after);
        return Consequences.of(all, then, ruled(actor, all));
    }

    private List<Consequence> ofDeletion(Actor actor, Area area) {
        var all = store.of(actor.account(), area.application());
        var consequences = new ArrayList<>(Consequences.of(all, others(area.id(), all), Set.of()));
        consequences.addAll(Consequences.ofRules(List.of(area), rules.naming(actor.account(), List.of(area.id()))));
        return List.copyOf(consequences);
    }

    private void confirm(Actor actor, Revision revision, List<Consequence> consequences, @Nullable String confirm) {
        if (!consequences.isEmpty()) {
            confirmations.require(actor, revision, Consequences.sentence(consequences), consequences, confirm);
        }
    }

    private static List<Area> others(AreaId id, List<Area> all) {
        return all.stream().filter(area -> !area.id().equals(id)).toList();
    }

    private Set<AreaId> ruled(Actor actor, List<Area> areas) {
        var ids = areas.stream().map(Area::id).toList();
        return rules.naming(actor.account(), ids).stream()
                .map(Rules.Naming::area)
                .collect(Collectors.toSet());
    }

    private @Nullable ApplicationId filtered(Actor actor, AreaFilter filter) {
        return filter.application() == null || filter.application().isEmpty()
                ? null
                : applications
                        .find(actor.account(), filter.application())
                        .orElseThrow(() -> new Refusal.Invalid(
                                "application", "There is no application `" + filter.application() + "`."))
                        .id();
    }

    private void requireSameApplication(Actor actor, Area before, AreaForm form) {
        if (form.application() != null
                && applications
                        .find(actor.account(), form.application())
                        .filter(application -> application.id().equals(before.application()))
                        .isEmpty()) {
            throw new Refusal.Invalid("application", "An area stays in its application. Make a new one in the other.");
        }
    }

    private static void requireFree(Area area, List<Area> others) {
        if (others.stream().anyMatch(other -> other.name().equals(area.name()))) {
            throw new Refusal.Conflict("There is an area `" + area.name() + "` in this application already.");
        }
    }

    private static Refusal builtIn() {
        return Refusal.Conflict.rail("Built-in areas are read-only: their paths and gates come from the panel itself.");
    }

    private static Area empty(AreaId id, Application application) {
        return new Area(
                id,
                application.id(),
                application.key(),
                application.name(),
                "",
                AreaGate.OPEN,
                false,
                null,
                List.of(),
                1,
                Instant.EPOCH);
    }

    private void record(
            Actor actor,
            String kind,
            Area area,
            Map<String, ?> before,
            Map<String, ?> after,
            List<Change.Item> others) {
        var items = new ArrayList<Change.Item>();
        items.add(new Change.Item("area", area.id().value(), area.name(), before, after));
        items.addAll(others);
        changes.record(actor, new Change(kind, new Change.Reach.Policy(), items));
    }
}
