package io.bailiwick.decisions;

import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.Entitlements;
import io.bailiwick.engine.PartnerDefinition;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.model.Access;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Scope;
import io.bailiwick.model.UserStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares what users may do and see now and under a proposal. It asks the engine for both and adds what the panel knows:
 * that some areas are closed to whoever has a reseller. As long as the status opens or closes nothing, it counts for
 * nothing, and neither does the network: what is compared are rights, and whoever is disabled keeps his.
 */
final class Comparison {
    private final Proposed proposed;
    private final Set<UUID> aboveResellers;
    private final List<Place> places;

    Comparison(Proposed proposed) {
        this.proposed = proposed;
        this.aboveResellers = AboveResellers.areas(proposed.now());
        this.places = places(proposed);
    }

    /**
     * An area that is there now, or would be.
     *
     * @param number its number in the order by application and name
     * @param application the key of its application
     */
    record Place(int number, AreaDefinition area, String application) {}

    /** What opens and closes in one area. */
    record InArea(Place place, Access opened, Access closed) {}

    /** One partner's data, coming into sight or going out of it. */
    record OfPartner(PartnerDefinition partner, boolean seen) {}

    /** Every area, in order. */
    List<Place> places() {
        return places;
    }

    /** What opens and closes for the user, area by area in order. */
    List<InArea> areas(UserDefinition user) {
        var then = proposed.then(user);
        var turned = isOpen(user) != isOpen(then);
        var before = rights(proposed.now(), user, turned);
        var after = rights(proposed.then(), then, turned);
        var changes = new ArrayList<InArea>();
        for (var place : places) {
            var had = before.in(place.area());
            var gets = after.in(place.area());
            if (had != gets) {
                changes.add(new InArea(place, gets.minus(had), had.minus(gets)));
            }
        }
        return changes;
    }

    /** Which of these partners' data the user comes to see, or sees no more. */
    List<OfPartner> partners(UserDefinition user, Collection<UUID> partners) {
        if (partners.isEmpty()) {
            return List.of();
        }
        var then = proposed.then(user);
        var turned = isOpen(user) != isOpen(then);
        var before = Sight.of(proposed.now(), user, turned);
        var after = Sight.of(proposed.then(), then, turned);
        var changes = new ArrayList<OfPartner>();
        for (var id : partners) {
            var had = before.of(id);
            var gets = after.of(id);
            if (had != gets) {
                var panel = gets ? proposed.then() : proposed.now();
                changes.add(new OfPartner(panel.policy().partner(id).orElseThrow(), gets));
            }
        }
        return changes;
    }

    private record Rights(Entitlements entitlements, boolean statusOpen, Set<UUID> closed) {
        Access in(AreaDefinition area) {
            return closed.contains(area.id()) || !statusOpen && area.gate() != AreaGate.PUBLIC
                    ? Access.NONE
                    : entitlements.allowed(area.id());
        }
    }

    private Rights rights(Panel panel, UserDefinition user, boolean turned) {
        return new Rights(
                panel.policy().subject(user).entitlements(),
                !turned || isOpen(user),
                user.reseller() == null ? Set.of() : aboveResellers);
    }

    private record Sight(Panel panel, Scope scope) {
        static Sight of(Panel panel, UserDefinition user, boolean turned) {
            return new Sight(
                    panel,
                    turned && !isOpen(user)
                            ? Scope.NONE
                            : panel.policy().subject(user).scope());
        }

        boolean of(UUID id) {
            var partner = panel.policy().partner(id);
            return partner.isPresent()
                    && partner.get().on()
                    && scope.holds(id, partner.get().reseller());
        }
    }

    /** Whether the status lets the user use his rights. */
    static boolean isOpen(UserDefinition user) {
        return user.status() == UserStatus.ACTIVE && !user.passwordChangeDue();
    }

    private static List<Place> places(Proposed proposed) {
        Map<UUID, AreaDefinition> areas = new LinkedHashMap<>();
        proposed.now().policy().definition().areas().forEach(area -> areas.put(area.id(), area));
        proposed.then().policy().definition().areas().forEach(area -> areas.put(area.id(), area));
        var keys = new HashMap<UUID, String>();
        proposed.now()
                .policy()
                .definition()
                .applications()
                .forEach(application -> keys.put(application.id(), application.key()));
        var places = new ArrayList<Place>();
        areas.values().stream()
                .sorted(Comparator.comparing((AreaDefinition area) -> keys.getOrDefault(area.application(), ""))
                        .thenComparing(AreaDefinition::name)
                        .thenComparing(AreaDefinition::id))
                .forEach(area -> places.add(new Place(places.size(), area, keys.getOrDefault(area.application(), ""))));
        return List.copyOf(places);
    }
}
