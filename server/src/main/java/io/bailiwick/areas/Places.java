package io.bailiwick.areas;

import io.bailiwick.model.PathPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the pattern that decides over a path of a document, as the access model ranks them. */
final class Places {
    private final List<Place> places = new ArrayList<>();

    Places(List<Area> areas) {
        areas.forEach(area -> area.paths().forEach(path -> places.add(new Place(area, path))));
    }

    /** A pattern of an area. */
    record Place(Area area, AreaPath path) {
        private boolean isWhole(PathPattern asked) {
            return path.pattern().segments().size() == asked.segments().size();
        }
    }

    /** The best pattern that matches or covers whatever this one matches; empty when there is none. */
    Optional<Place> of(PathPattern asked) {
        return places.stream()
                .filter(place -> asked.liesUnder(place.path().pattern()))
                .max(Comparator.<Place, Boolean>comparing(place -> place.isWhole(asked))
                        .thenComparing(place -> place.path().pattern().ranks(), Places::compare));
    }

    /** The path's operations, each with where it is, or would be. */
    List<Endpoint> endpoints(Outline.Path path, List<Area> areas) {
        var asked = PathPattern.parse(path.pattern());
        var place = of(asked).orElse(null);
        return path.operations().stream()
                .sorted(Comparator.comparing(Outline.Operation::method))
                .map(operation ->
                        place == null ? waiting(path, operation, areas) : placed(path, operation, asked, place))
                .toList();
    }

    private static Endpoint placed(Outline.Path path, Outline.Operation operation, PathPattern asked, Place place) {
        var usual = operation.usual();
        return new Endpoint(
                operation.method(),
                path.pattern(),
                operation.summary(),
                path.tag(),
                place.isWhole(asked) ? action(place, operation) : usual,
                true,
                place.area().id().value(),
                place.area().name(),
                false,
                usual);
    }

    private static @Nullable String action(Place place, Outline.Operation operation) {
        var action = place.path().actions().actionOf(operation.method());
        return action == null ? null : action.word();
    }

    private static Endpoint waiting(Outline.Path path, Outline.Operation operation, List<Area> areas) {
        var proposal = ImportPlan.proposal(areas, path.tag());
        var said = path.overrides().get(operation.method());
        return new Endpoint(
                operation.method(),
                path.pattern(),
                operation.summary(),
                path.tag(),
                said == null ? operation.usual() : said,
                false,
                null,
                proposal.area(),
                !proposal.joins(),
                operation.usual());
    }

    /** Segment by segment from the left the better rank; then the longer one. */
    private static int compare(List<Integer> one, List<Integer> other) {
        for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
            var order = Integer.compare(one.get(index), other.get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
