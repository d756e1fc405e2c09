package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.areas.AreaId;
import io.bailiwick.areas.AreaPath;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of a group opens without saying so.
 *
 * <p>An added or widened allow rule, or a widened default, says what it opens. Two things do not: default access that
 * did not count before and counts now (the last rule is gone, or the mode is another one), and whatever was denied and is
 * denied no more, for a deny also closes what other groups of a member allow. Both are found by comparing the group on
 * every area, before and after; what the change says plainly and what was open before is left out.
 */
final class Consequences {
    private final List<Area> areas;
    private final Map<AreaId, Area> byId = new HashMap<>();

    /** @param areas every area of the account */
    Consequences(List<Area> areas) {
        this.areas = areas.stream().filter(Area::mayBeRuled).toList();
        this.areas.forEach(area -> byId.put(area.id(), area));
    }

    /**
     * One area on which something opens.
     *
     * @param area as {@code <application key>/<name>}
     * @param access what opens there
     * @param because `default` when it is default access that counts now, `deny` when it was denied before
     */
    record Opening(String area, List<String> access, String because) {}

    /** What changing a group opens without saying so; empty when nothing. */
    List<Opening> of(Group before, Group after) {
        var defaults = before.defaultsCount() || !after.defaultsCount() ? Access.NONE : after.defaultAccess();
        var openings = new ArrayList<Opening>();
        for (var area : areas) {
            var lifted = denied(before, area).minus(denied(after, area));
            add(openings, area, lifted, "deny");
            var open = allowed(before, area).minus(denied(before, area));
            var said = allowed(after, area, false);
            add(
                    openings,
                    area,
                    defaults.minus(denied(after, area)).minus(open).minus(said).minus(lifted),
                    "default");
        }
        return List.copyOf(openings);
    }

    /** What is denied no more when the group is gone. */
    List<Opening> ofDeleting(Group group) {
        var openings = new ArrayList<Opening>();
        areas.forEach(area -> add(openings, area, denied(group, area), "deny"));
        return List.copyOf(openings);
    }

    /** Why, and how much, in a sentence. */
    static String sentence(Group after, List<Opening> openings, long members) {
        var lifted = openings.stream()
                .filter(opening -> opening.because().equals("deny"))
                .count();
        var defaults = openings.size() - lifted;
        var sentence = new ArrayList<String>();
        if (defaults > 0) {
            sentence.add(
                    after.mode() == GroupMode.EXCEPTIONS
                            ? "In this mode its default access counts everywhere: that opens " + areas(defaults) + "."
                            : "Without any rule its default access counts again: that opens " + areas(defaults) + ".");
        }
        if (lifted > 0) {
            sentence.add("What it denied on " + areas(lifted) + " is denied no more.");
        }
        sentence.add(members == 1 ? "It concerns 1 member." : "It concerns " + members + " members.");
        return String.join(" ", sentence);
    }

    static String areas(long number) {
        return number == 1 ? "1 area" : number + " areas";
    }

    private static void add(List<Opening> openings, Area area, Access access, String because) {
        if (!access.isEmpty()) {
            openings.add(new Opening(area.reference(), access.words(), because));
        }
    }

    private Access allowed(Group group, Area area) {
        return allowed(group, area, group.defaultsCount());
    }

    private Access allowed(Group group, Area area, boolean withDefaults) {
        var access = withDefaults ? group.defaultAccess() : Access.NONE;
        for (var rule : group.rules()) {
            if (rule.effect() == Effect.ALLOW && covers(rule, area)) {
                access = access.union(rule.access());
            }
        }
        return access;
    }

    private Access denied(Group group, Area area) {
        var access = Access.NONE;
        for (var rule : group.rules()) {
            if (rule.effect() == Effect.DENY && covers(rule, area)) {
                access = access.union(rule.access());
            }
        }
        return access;
    }

    /** An allow covers areas all of whose paths lie under its own, a deny those any of whose paths does. */
    private boolean covers(Rule rule, Area area) {
        var named = byId.get(rule.area());
        if (named == null || !named.application().equals(area.application())) {
            return false;
        }
        if (named.id().equals(area.id())) {
            return true;
        }
        return switch (rule.effect()) {
            case ALLOW -> !area.paths().isEmpty() && area.paths().stream().allMatch(path -> under(path, named));
            case DENY -> area.paths().stream().anyMatch(path -> under(path, named));
        };
    }

    private static boolean under(AreaPath path, Area area) {
        return area.paths().stream().anyMatch(upper -> path.pattern().liesUnder(upper.pattern()));
    }
}
