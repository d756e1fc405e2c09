package io.bailiwick.groups;

import io.bailiwick.areas.ApplicationId;
import io.bailiwick.areas.Area;
import io.bailiwick.areas.AreaId;
import io.bailiwick.model.PatternSegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which areas a rule covers. An allow covers areas of the same application all of whose paths lie under its own area's, a
 * deny those any of whose paths does.
 *
 * <p>The patterns of each application stand in a tree of segments, so that what lies above a path is found by walking
 * down it once: five hundred areas take a few milliseconds.
 */
final class Coverage {
    private final Map<AreaId, Area> areas = new LinkedHashMap<>();
    private final Map<AreaId, Set<AreaId>> allowing = new HashMap<>();
    private final Map<AreaId, Set<AreaId>> denying = new HashMap<>();

    /** @param all areas of the account; those that rules cannot name are left out */
    Coverage(List<Area> all) {
        var trees = new HashMap<ApplicationId, Node>();
        for (var area : all) {
            if (area.mayBeRuled()) {
                areas.put(area.id(), area);
                var tree = trees.computeIfAbsent(area.application(), application -> new Node());
                area.paths().forEach(path -> tree.add(path.pattern().segments(), area.id()));
            }
        }
        areas.values().forEach(area -> cover(area, trees.get(area.application())));
    }

    /** The areas that rules may name, in the order given. */
    Collection<Area> areas() {
        return areas.values();
    }

    /** The area, or null when it is not there or no rule may name it. */
    @Nullable
    Area area(AreaId id) {
        return areas.get(id);
    }

    /** The areas of which an allow rule covers this one, itself included. */
    Set<AreaId> allowing(AreaId area) {
        return allowing.getOrDefault(area, Set.of());
    }

    /** The areas of which a deny rule covers this one, itself included. */
    Set<AreaId> denying(AreaId area) {
        return denying.getOrDefault(area, Set.of());
    }

    private void cover(Area area, @Nullable Node tree) {
        var any = new LinkedHashSet<AreaId>();
        Set<AreaId> all = null;
        for (var path : area.paths()) {
            var above = new LinkedHashSet<AreaId>();
            if (tree != null) {
                tree.above(path.pattern().segments(), 0, above);
            }
            any.addAll(above);
            if (all == null) {
                all = new LinkedHashSet<>(above);
            } else {
                all.retainAll(above);
            }
        }
        var every = all == null ? new LinkedHashSet<AreaId>() : all;
        any.add(area.id());
        every.add(area.id());
        denying.put(area.id(), any);
        allowing.put(area.id(), every);
    }

    /** One place in the tree; what stands between braces is alike. */
    private static final class Node {
        private final List<AreaId> here = new ArrayList<>();
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<PatternSegment, Node> others = new HashMap<>();

        void add(List<PatternSegment> segments, AreaId area) {
            var node = this;
            for (var segment : segments) {
                node = segment.kind() == PatternSegment.Kind.LITERAL
                        ? node.literals.computeIfAbsent(segment.prefix(), text -> new Node())
                        : node.others.computeIfAbsent(
                                new PatternSegment(segment.kind(), segment.prefix(), segment.suffix(), ""),
                                shape -> new Node());
            }
            node.here.add(area);
        }

        void above(List<PatternSegment> segments, int depth, Set<AreaId> found) {
            found.addAll(here);
            if (depth == segments.size()) {
                return;
            }
            var segment = segments.get(depth);
            var literal = segment.kind() == PatternSegment.Kind.LITERAL ? literals.get(segment.prefix()) : null;
            if (literal != null) {
                literal.above(segments, depth + 1, found);
            }
            others.forEach((shape, node) -> {
                if (segment.isWithin(shape)) {
                    node.above(segments, depth + 1, found);
                }
            });
        }
    }
}
