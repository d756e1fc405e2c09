package io.bailiwick.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one user's effective access or data goes beyond another's: what the guard rails "no one gives what they lack" and
 * "no one takes over what exceeds them" ask. Status and network count for nothing.
 *
 * @param areas the actions that the target has and the actor lacks, by area
 * @param data whether the target sees data that the actor does not, or may come to see it
 */
public record Excess(List<AreaActions> areas, boolean data) {

    /** An excess. */
    public Excess {
        areas = List.copyOf(areas);
    }

    /**
     * Where the target exceeds the actor.
     *
     * @param actor who would give or take over
     * @param target who would be given to or taken over
     */
    public static Excess of(Subject actor, Subject target) {
        var beyond = new ArrayList<AreaActions>();
        var policy = actor.policy();
        for (var theirs : target.entitlements().areas()) {
            var area = policy.areaAt(theirs.area().id());
            var lacking = area == null
                    ? theirs.allowed()
                    : theirs.allowed().minus(actor.entitlements().accessTo(area).allowed());
            if (!lacking.isEmpty()) {
                beyond.add(new AreaActions(theirs.area(), lacking));
            }
        }
        return new Excess(beyond, !Scopes.isWithin(target.policy(), target.scope(), actor.scope()));
    }

    /** Whether the target exceeds the actor nowhere. */
    public boolean isEmpty() {
        return areas.isEmpty() && !data;
    }
}
