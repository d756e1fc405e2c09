package io.bailiwick.areas;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.kernel.Revision;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Confirmations;
import io.bailiwick.tokens.Keysets;
import io.bailiwick.tokens.SortOrder.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications of an account; unrestricted Administrators make, change and delete them. */
@Service
public class Applications {
    /** What lists of applications and of areas are sorted by. */
    static final List<Field> ORDERS = List.of(Field.text("name", "name_key"), Field.made("createdAt"));

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final ApplicationStore store;
    private final AreaStore areas;
    private final Rules rules;
    private final Changes changes;
    private final Guard guard;
    private final Confirmations confirmations;
    private final Keysets keysets;
    private final Previews previews;

    Applications(
            ApplicationStore store,
            AreaStore areas,
            Rules rules,
            Changes changes,
            Guard guard,
            Confirmations confirmations,
            Keysets keysets,
            Previews previews) {
        this.store = store;
        this.areas = areas;
        this.rules = rules;
        this.changes = changes;
        this.guard = guard;
        this.confirmations = confirmations;
        this.keysets = keysets;
        this.previews = previews;
    }

    /** Whether one of the account's applications has its pages at this origin: sign-in may lead back there. */
    public boolean areAt(AccountId account, String origin) {
        return store.isOrigin(account, origin);
    }

    /**
     * A page of them.
     *
     * @param text stands anywhere in name or key, without case; null or empty for all
     * @param page sorts by `name` (the list's own order) or `createdAt`
     */
    @Transactional(readOnly = true)
    public Page<Application> list(Actor actor, @Nullable String text, PageRequest page) {
        var wanted = text == null ? "" : text.strip();
        var list = "applications " + wanted;
        var keyset = keysets.of(actor, list, ORDERS, page);
        return keysets.page(
                actor, list, keyset, store.list(actor.account(), wanted, keyset), store.count(actor.account(), wanted));
    }

    /** The application with that id. */
    public Optional<Application> find(AccountId account, ApplicationId id) {
        return store.find(account, id);
    }

    /**
     * The application that is meant.
     *
     * @param reference its id or key; the built-in one when null or empty
     */
    public Optional<Application> find(AccountId account, @Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            return store.find(account, Application.COCKPIT);
        }
        return Ids.read(reference)
                .map(id -> store.find(account, new ApplicationId(id)))
                .orElseGet(() -> store.find(account, reference));
    }

    /** Adds an application, without areas. */
    @Transactional
    public Application create(Actor actor, ApplicationForm form) {
        changes.lock(actor.account());
        Structure.require(guard, actor);
        var id = new ApplicationId(Ids.next());
        var application = checked(new Application(id, "", "", false, List.of(), 0, 1, Instant.EPOCH), form);
        requireFree(actor, application);
        store.insert(actor.account(), application);
        record(actor, "application.created", application, Map.of(), fields(application), List.of());
        return store.find(actor.account(), id).orElseThrow();
    }

    /**
     * Changes an application.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that was looked at, or null
     */
    @Transactional
    public Application update(
            Actor actor, ApplicationId id, @Nullable Long expected, UnaryOperator<ApplicationForm> change) {
        changes.lock(actor.account());
        var before = own(actor, id, expected);
        var after = checked(before, change.apply(ApplicationForm.of(before)));
        if (!after.key().equals(before.key())) {
            requireFree(actor, after);
        }
        if (!fields(before).equals(fields(after))) {
            store.update(actor.account(), after);
            record(actor, "application.changed", after, fields(before), fields(after), List.of());
        }
        return store.find(actor.account(), id).orElseThrow();
    }

    /**
     * Deletes an application with its areas. Rules that name them go along, once that is confirmed.
     *
     * @param expected the version that was looked at, or null
     * @param confirm the token of an earlier {@link Refusal.Unconfirmed}, or null
     */
    @Transactional
    public void delete(Actor actor, ApplicationId id, @Nullable Long expected, @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var application = own(actor, id, expected);
        var gone = areas.of(actor.account(), id);
        confirmDeletion(actor, revision, application, gone, confirm);
        var groups = rules.drop(actor, gone.stream().map(Area::id).toList());
        store.delete(actor.account(), id);
        record(actor, "application.deleted", application, fields(application), Map.of(), groups);
    }

    /**
     * Who would gain and who would lose what by the deletion; everything stands against it that stands against deleting.
     *
     * @param expected the version that was looked at, or null
     * @param page which page of the single changes
     */
    public Effect previewDeletion(Actor actor, ApplicationId id, @Nullable Long expected, PageRequest page) {
        return previews.of(
                actor,
                new Proposal.ApplicationGoes(own(actor, id, expected).id().value()),
                page);
    }

    /** What the deletion would ask first; empty when it would ask nothing. */
    Optional<Refusal.Unconfirmed> deletionQuestion(Actor actor, ApplicationId id) {
        var application = own(actor, id, null);
        return Areas.asked(() -> confirmDeletion(
                actor, changes.newest(actor.account()), application, areas.of(actor.account(), id), null));
    }

    private Application own(Actor actor, ApplicationId id, @Nullable Long expected) {
        var application = store.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        Structure.require(guard, actor);
        Refusal.Stale.check(expected, application.version());
        if (application.builtin()) {
            throw Refusal.Conflict.rail("The panel itself is built in: nobody changes or deletes it.");
        }
        return application;
    }

    private void confirmDeletion(
            Actor actor, Revision revision, Application application, List<Area> gone, @Nullable String confirm) {
        var ids = gone.stream().map(Area::id).toList();
        var named = Consequences.ofRules(gone, rules.naming(actor.account(), ids));
        if (!named.isEmpty()) {
            confirmations.require(
                    actor,
                    revision,
                    "Deleting " + application.name() + " deletes " + Consequences.count(gone.size(), "area") + ". "
                            + Consequences.sentence(named),
                    named,
                    confirm);
        }
    }

    private void requireFree(Actor actor, Application application) {
        if (store.find(actor.account(), application.key()).isPresent()) {
            throw new Refusal.Conflict(
                    "There is an application with the key `" + application.key() + "` already. Choose another key.");
        }
    }

    private static Application checked(Application before, ApplicationForm form) {
        var faults = new ArrayList<Fault>();
        var name = OneLine.read("name", form.name(), 100, faults);
        var key = form.key() == null ? "" : form.key().strip();
        if (!KEY.matcher(key).matches() || Ids.read(key).isPresent()) {
            faults.add(
                    new Fault(
                            "key",
                            "Write 1 to 40 lower-case letters, digits and hyphens, beginning with a letter or digit, such as `shop`."));
        }
        var origins = Origins.read(form.origins(), faults);
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return new Application(
                before.id(), key, name, false, origins, before.areas(), before.version(), before.createdAt());
    }

    private void record(
            Actor actor,
            String kind,
            Application application,
            Map<String, ?> before,
            Map<String, ?> after,
            List<Change.Item> others) {
        var items = new ArrayList<Change.Item>();
        items.add(new Change.Item("application", application.id().value(), application.name(), before, after));
        items.addAll(others);
        changes.record(actor, new Change(kind, new Change.Reach.Policy(), items));
    }

    private static Map<String, ?> fields(Application application) {
        return Map.of("name", application.name(), "key", application.key(), "origins", application.origins());
    }
}
