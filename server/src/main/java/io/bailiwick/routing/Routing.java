package io.bailiwick.routing;

import io.bailiwick.accounts.Author;
import io.bailiwick.accounts.AuthorNames;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sights;
import io.bailiwick.tokens.Keysets;
import io.bailiwick.tokens.SortOrder;
import io.bailiwick.tokens.SortOrder.Field;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The routes to the partners whose data an actor sees; all others are as if they were not there. */
@Service
public class Routing {
    private static final Field PREFIX = Field.text("prefix", "prefix");
    private static final Field PRIORITY = new Field("priority", "priority", "int");
    private static final List<Field> ORDERS = List.of(
            PREFIX,
            PRIORITY,
            Field.text("partner", "partner_order"),
            new Field("effectiveFrom", "effective_from", "timestamptz"));

    private final RouteStore store;
    private final Sights sights;
    private final Keysets keysets;
    private final AuthorNames names;

    Routing(RouteStore store, Sights sights, Keysets keysets, AuthorNames names) {
        this.store = store;
        this.sights = sights;
        this.keysets = keysets;
        this.names = names;
    }

    /** A page of the routes that match; sorted by `prefix`, `priority`, `partner` or `effectiveFrom`. */
    public Page<Route> list(Actor actor, RouteFilter filter, PageRequest request) {
        var list = "routes " + filter;
        var keyset = keysets.of(actor, list, SortOrder.of(request.sort(), ORDERS, List.of(PREFIX, PRIORITY)), request);
        var partner = filter.partner().isEmpty()
                ? null
                : sights.find(actor, filter.partner()).map(SeenPartner::id).orElse(null);
        if (partner == null && !filter.partner().isEmpty()) {
            return new Page<>(List.of(), null, 0, false);
        }
        var wanted = new RouteStore.Wanted(sights.of(actor), filter.q(), partner);
        var page = keysets.page(
                actor, list, keyset, store.list(actor.account(), wanted, keyset), store.count(actor.account(), wanted));
        return page.with(names.of(actor, page.items(), Route::changedBy, Route::by));
    }

    /**
     * The route with that id.
     *
     * @throws Refusal.NotFound when there is none to a partner whose data the actor sees
     */
    public Route get(Actor actor, RouteId id) {
        return store.find(actor.account(), sights.of(actor), id)
                .map(found -> found.by(names.of(actor, found.changedBy())))
                .orElseThrow(() -> new Refusal.NotFound("route"));
    }

    /** What a route shares its numbers with. */
    public Neighbours neighbours(Actor actor, Route route) {
        var sight = sights.of(actor);
        var prefix = route.prefix();
        var found = store.withPrefixes(actor.account(), sight, beginnings(prefix));
        var nearest = found.stream()
                .map(Route::prefix)
                .filter(other -> !other.equals(prefix))
                .findFirst();
        return new Neighbours(
                found.stream()
                        .filter(other ->
                                other.prefix().equals(prefix) && !other.id().equals(route.id()))
                        .toList(),
                found.stream()
                        .filter(other -> nearest.stream().anyMatch(other.prefix()::equals))
                        .toList(),
                store.countLonger(actor.account(), sight, prefix, Page.COUNTED));
    }

    /** Whether the actor sees the routes to all partners. */
    boolean seesAll(Actor actor) {
        return sights.of(actor).everything();
    }

    /**
     * Where a number goes, by the routes that the actor sees.
     *
     * @param number 1 to 15 digits, however they are written
     * @param at a time of RFC 3339; empty for now
     * @throws Refusal.Invalid with every fault
     */
    public Lookup lookup(Actor actor, String number, String at) {
        var digits = Digits.of(number)
                .orElseThrow(() -> new Refusal.Invalid(
                        "number", "Write a number of up to 15 digits, such as `+44 20 7946 0018`."));
        var moment = at.isBlank() ? Instant.now() : RouteDraft.time(at.strip());
        if (moment == null) {
            throw new Refusal.Invalid("at", "Write a time such as `2026-12-01T00:00:00Z`, or nothing for now.");
        }
        var found = store.withPrefixes(actor.account(), sights.of(actor), beginnings(digits));
        return Lookup.of(digits, moment, names.of(actor, found, Route::changedBy, Route::by));
    }

    /**
     * Adds a route.
     *
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Conflict when the partner has one of that prefix from that moment on
     */
    public RouteId create(Actor actor, RouteForm form) {
        var draft = RouteDraft.read(form, Instant.now(), key -> sights.find(actor, key));
        var id = new RouteId(Ids.next());
        try {
            store.insert(actor.account(), id, draft, Author.of(actor));
        } catch (DuplicateKeyException twice) {
            throw duplicate(draft);
        }
        return id;
    }

    /**
     * Changes a route.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param change makes of what is written of it now what is to be
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Conflict when the partner has another one of that prefix from that moment on
     */
    @Transactional
    public void edit(Actor actor, RouteId id, @Nullable Long expected, UnaryOperator<RouteForm> change) {
        store.lock(actor.account(), id);
        var route = get(actor, id);
        Refusal.Stale.check(expected, route.version());
        var draft = RouteDraft.read(change.apply(RouteForm.of(route)), Instant.now(), key -> sights.find(actor, key));
        try {
            if (!draft.isAlready(route)) {
                store.update(actor.account(), id, draft, Author.of(actor));
            }
        } catch (DuplicateKeyException twice) {
            throw duplicate(draft);
        }
    }

    /**
     * Deletes a route.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     */
    @Transactional
    public void delete(Actor actor, RouteId id, @Nullable Long expected) {
        store.lock(actor.account(), id);
        Refusal.Stale.check(expected, get(actor, id).version());
        store.delete(actor.account(), id);
    }

    /** The number itself and everything that it begins with. */
    private static List<String> beginnings(String digits) {
        return IntStream.rangeClosed(1, digits.length())
                .mapToObj(length -> digits.substring(0, length))
                .toList();
    }

    private static Refusal duplicate(RouteDraft draft) {
        return new Refusal.Conflict("`" + draft.partner().name() + "` has a route for `" + draft.prefix()
                + "` from that very moment on already. Change that one, or let this one begin at another time.");
    }
}
