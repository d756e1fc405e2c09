package io.bailiwick.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which areas of one application each of them is covered. An allow rule covers areas all of whose paths lie under its own
 * area's, a deny rule those any of whose paths does; either covers its own area.
 *
 * <p>The patterns stand in a tree of segments, so that what lies above a path is found by walking down it once: five
 * hundred areas take a few milliseconds. What stands between braces is alike.
 *
 * @param <A> what an area is known by
 */
public final class PathCover<A> {
    private final Map<A, Set<A>> allowing = new HashMap<>();
    private final Map<A, Set<A>> denying = new HashMap<>();

    /** @param areas the patterns of every area of the application */
    public PathCover(Map<A, ? extends List<PathPattern>> areas) {
        var root = new Node<A>();
        areas.forEach((area, patterns) -> patterns.forEach(pattern -> root.add(pattern.segments(), area)));
        areas.forEach((area, patterns) -> cover(area, patterns, root));
    }

    /** The areas of which a rule of that effect covers this one, itself included; none when it is not there. */
    public Set<A> of(Effect effect, A area) {
        return (effect == Effect.ALLOW ? allowing : denying).getOrDefault(area, Set.of());
    }

    private void cover(A area, List<PathPattern> patterns, Node<A> root) {
        var any = new HashSet<A>();
        var all = new HashSet<A>();
        for (int number = 0; number < patterns.size(); number++) {
            var above = new HashSet<A>();
            root.above(patterns.get(number).segments(), 0, above);
            any.addAll(above);
            if (number == 0) {
                all.addAll(above);
            } else {
                all.retainAll(above);
            }
        }
        any.add(area);
        all.add(area);
        denying.put(area, any);
        allowing.put(area, all);
    }

    /** One place in the tree. */
    private static final class Node<A> {
        private final List<A> here = new ArrayList<>();
        private final Map<String, Node<A>> literals = new HashMap<>();
        private final Map<PatternSegment, Node<A>> others = new HashMap<>();

        void add(List<PatternSegment> segments, A area) {
            var node = this;
            for (var segment : segments) {
                node = segment.kind() == PatternSegment.Kind.LITERAL
                        ? node.literals.computeIfAbsent(segment.prefix(), text -> new Node<>())
                        : node.others.computeIfAbsent(
                                new PatternSegment(segment.kind(), segment.prefix(), segment.suffix(), ""),
                                shape -> new Node<>());
            }
            node.here.add(area);
        }

        void above(List<PatternSegment> segments, int depth, Set<A> found) {
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
