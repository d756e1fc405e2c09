package io.bailiwick.engine;

import io.bailiwick.model.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changes for somebody between two policies, or two states of a user. Areas are the same when their ids are.
 *
 * @param areas the areas in which something opens or closes, in the order of the later policy, those that are gone last
 */
public record Difference(List<AreaChange> areas) {

    /** A difference. */
    public Difference {
        areas = List.copyOf(areas);
    }

    /** What changes between two entitlements, each under its own policy. */
    public static Difference between(Entitlements before, Entitlements after) {
        var changes = new ArrayList<AreaChange>();
        var seen = new HashSet<UUID>();
        for (var now : after.areas()) {
            seen.add(now.area().id());
            var area = before.policy().areaAt(now.area().id());
            var was = area == null ? null : before.accessTo(area);
            add(changes, was, now);
        }
        for (var was : before.areas()) {
            if (!seen.contains(was.area().id())) {
                add(changes, was, null);
            }
        }
        return new Difference(changes);
    }

    /** What changes for users with an entitlement key when one policy follows another. */
    public static Difference between(Policy before, Policy after, EntitlementKey key) {
        return between(before.entitlements(key), after.entitlements(key));
    }

    /**
     * Whether a later scope takes in data that the earlier one did not, or may come to.
     *
     * @param before the user as it was
     * @param after the user as it will be
     */
    public static boolean opensData(Subject before, Subject after) {
        return !Scopes.isWithin(after.policy(), after.scope(), before.scope());
    }

    /**
     * What a change to a group newly opens at the groups gate, for whichever members: actions that it comes to allow, and
     * actions that it ceases to deny, since another group may allow them.
     *
     * @param before the policy as it was; a group that it lacks is new and had allowed and denied nothing
     * @param after the policy as it will be; a group that it lacks is deleted, which opens what it denied
     * @param group the id of the group
     */
    public static List<AreaActions> openedByGroup(Policy before, Policy after, UUID group) {
        var opened = new ArrayList<AreaActions>();
        for (var area : after.compiledAreas()) {
            var earlier = before.areaAt(area.definition.id());
            int deniedBefore = masks(before, group, earlier, true);
            int allowedBefore = masks(before, group, earlier, false) & ~deniedBefore;
            int deniedAfter = masks(after, group, area, true);
            int allowedAfter = masks(after, group, area, false) & ~deniedAfter;
            var actions = Access.ofMask(allowedAfter & ~allowedBefore | deniedBefore & ~deniedAfter);
            if (!actions.isEmpty()) {
                opened.add(new AreaActions(area.definition, actions));
            }
        }
        return List.copyOf(opened);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return areas.isEmpty();
    }

    /** The changes that open something. */
    public List<AreaChange> opening() {
        return areas.stream().filter(change -> !change.opened().isEmpty()).toList();
    }

    private static int masks(Policy policy, UUID id, @Nullable Area area, boolean denied) {
        var group = policy.groupAt(id);
        if (group == null || area == null) {
            return 0;
        }
        return denied ? group.denied(area.index) : group.allowed(area.index);
    }

    private static void add(List<AreaChange> changes, @Nullable AreaAccess was, @Nullable AreaAccess now) {
        var before = was == null ? Access.NONE : was.allowed();
        var after = now == null ? Access.NONE : now.allowed();
        if (before != after) {
            changes.add(
                    new AreaChange(was == null ? null : was.area(), now == null ? null : now.area(), before, after));
        }
    }
}
