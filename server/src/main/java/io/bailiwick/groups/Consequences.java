package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.model.Access;
import io.bailiwick.model.GroupMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a group opens without saying so.
 *
 * <p>An added or widened allow rule, or a widened default, says what it opens. Two things do not: default access that
 * did not count before and counts now (the last rule is gone, or the mode is another one), and whatever was denied and is
 * denied no more, for a deny also closes what other groups of a member allow. Both are found by comparing the group on
 * every area, before and after; what the change says plainly and what was open before is left out.
 */
public final class Consequences {
    private final Coverage coverage;
    private final Predicate<UUID> sight;

    /**
     * @param areas every area of the account
     * @param sight those that the reader may be told of by name
     */
    Consequences(List<Area> areas, Predicate<UUID> sight) {
        this.coverage = new Coverage(areas);
        this.sight = sight;
    }

    /**
     * One area on which something opens.
     *
     * @param area as {@code <application key>/<name>}; null when it is out of the reader's sight
     * @param access what opens there
     * @param because `default` when it is default access that counts now, `deny` when it was denied before
     */
    public record Opening(@Nullable String area, List<String> access, String because) {}

    /** What changing a group opens without saying so; empty when nothing. */
    List<Opening> of(Group before, Group after) {
        var defaults = before.defaultsCount() || !after.defaultsCount() ? Access.NONE : after.defaultAccess();
        var was = new Standing(coverage, before);
        var is = new Standing(coverage, after);
        var openings = new ArrayList<Opening>();
        for (var area : coverage.areas()) {
            var id = area.id();
            var lifted = was.denied(id).minus(is.denied(id));
            add(openings, area, lifted, "deny");
            var opened = defaults.minus(is.denied(id)).minus(was.result(id)).minus(is.listed(id));
            add(openings, area, opened.minus(lifted), "default");
        }
        return List.copyOf(openings);
    }

    /** What is denied no more when the group is gone. */
    List<Opening> ofDeleting(Group group) {
        var standing = new Standing(coverage, group);
        var openings = new ArrayList<Opening>();
        coverage.areas().forEach(area -> add(openings, area, standing.denied(area.id()), "deny"));
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

    private void add(List<Opening> openings, Area area, Access access, String because) {
        if (!access.isEmpty()) {
            var named = sight.test(area.id().value()) ? area.reference() : null;
            openings.add(new Opening(named, access.words(), because));
        }
    }
}
