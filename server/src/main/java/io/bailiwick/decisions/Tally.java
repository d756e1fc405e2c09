package io.bailiwick.decisions;

import io.bailiwick.engine.PartnerDefinition;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts what changes, area by area and partner by partner, and how many users gain and lose. */
final class Tally {
    private static final int ACTIONS = Action.values().length;

    private final List<Comparison.Place> places;
    private final long[] gaining;
    private final long[] losing;
    private final Map<UUID, Seen> partners = new LinkedHashMap<>();
    private final List<UUID> concerned = new ArrayList<>();
    private long people;
    private long gainers;
    private long losers;
    private long changes;

    Tally(List<Comparison.Place> places) {
        this.places = places;
        this.gaining = new long[places.size() * ACTIONS];
        this.losing = new long[places.size() * ACTIONS];
    }

    private record Seen(PartnerDefinition partner, long gaining, long losing) {}

    /** What changes for each of those who are alike. */
    record Changes(List<Comparison.InArea> areas, List<Comparison.OfPartner> partners) {
        boolean isEmpty() {
            return areas.isEmpty() && partners.isEmpty();
        }

        boolean gains() {
            return areas.stream().anyMatch(change -> !change.opened().isEmpty())
                    || partners.stream().anyMatch(Comparison.OfPartner::seen);
        }

        boolean loses() {
            return areas.stream().anyMatch(change -> !change.closed().isEmpty())
                    || partners.stream().anyMatch(change -> !change.seen());
        }
    }

    /** Those stand there, and this changes for each. */
    void add(UUID standing, Concerned.Alike those, Changes each) {
        if (each.isEmpty()) {
            return;
        }
        var users = those.users();
        concerned.add(standing);
        people += users;
        gainers += each.gains() ? users : 0;
        losers += each.loses() ? users : 0;
        for (var change : each.areas()) {
            change.opened().actions().forEach(action -> gaining[at(change.place(), action)] += users);
            change.closed().actions().forEach(action -> losing[at(change.place(), action)] += users);
            changes += users
                    * (change.opened().actions().size()
                            + change.closed().actions().size());
        }
        for (var change : each.partners()) {
            var before = partners.getOrDefault(change.partner().id(), new Seen(change.partner(), 0, 0));
            var with = those.with(change.partner().id());
            partners.put(
                    change.partner().id(),
                    new Seen(
                            change.partner(),
                            before.gaining() + (change.seen() ? with : 0),
                            before.losing() + (change.seen() ? 0 : with)));
            changes += with;
        }
    }

    /** The standings in which something changes. */
    List<UUID> concerned() {
        return concerned;
    }

    /** How many single changes there are. */
    long changes() {
        return changes;
    }

    long people() {
        return people;
    }

    long gainers() {
        return gainers;
    }

    long losers() {
        return losers;
    }

    /** Each action in an area that somebody gains or loses, in order. */
    List<Effect.InArea> areas() {
        var counts = new ArrayList<Effect.InArea>();
        for (var place : places) {
            for (var action : Action.values()) {
                if (gaining[at(place, action)] + losing[at(place, action)] > 0) {
                    counts.add(count(place, action));
                }
            }
        }
        return counts;
    }

    /** How many gain and lose the action there. */
    Effect.InArea count(Comparison.Place place, Action action) {
        var at = at(place, action);
        return new Effect.InArea(
                place.area().id(), place.application(), place.area().name(), action, gaining[at], losing[at]);
    }

    /** Each partner whose data somebody comes to see or sees no more. */
    List<Effect.OfPartner> partners() {
        return partners.values().stream().map(Tally::count).toList();
    }

    /** How many come to see the partner's data, and how many see it no more. */
    Effect.OfPartner count(PartnerDefinition partner) {
        return count(partners.getOrDefault(partner.id(), new Seen(partner, 0, 0)));
    }

    private static Effect.OfPartner count(Seen seen) {
        return new Effect.OfPartner(seen.partner().id(), seen.partner().key(), seen.gaining(), seen.losing());
    }

    private static int at(Comparison.Place place, Action action) {
        return place.number() * ACTIONS + action.ordinal();
    }
}
