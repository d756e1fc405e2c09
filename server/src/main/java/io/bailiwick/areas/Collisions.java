package io.bailiwick.areas;

import io.bailiwick.model.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds patterns that cannot stand side by side in one application. Only patterns of the same shape are compared. */
final class Collisions {
    private final Map<List<Object>, List<Taken>> byShape = new HashMap<>();

    /**
     * A pattern that stands there already.
     *
     * @param area the name of its area
     */
    record Taken(PathPattern pattern, String area) {}

    /** All patterns of these areas stand there. */
    static Collisions of(List<Area> areas) {
        var collisions = new Collisions();
        areas.forEach(area -> area.paths().forEach(path -> collisions.add(path.pattern(), area.name())));
        return collisions;
    }

    /** The pattern stands there from now on. */
    void add(PathPattern pattern, String area) {
        byShape.computeIfAbsent(Patterns.shape(pattern), shape -> new ArrayList<>())
                .add(new Taken(pattern, area));
    }

    /** What it collides with. */
    Optional<Taken> with(PathPattern pattern) {
        return byShape.getOrDefault(Patterns.shape(pattern), List.of()).stream()
                .filter(taken -> taken.pattern().collidesWith(pattern))
                .findFirst();
    }
}
