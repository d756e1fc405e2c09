package io.bailiwick.areas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAPI document makes of an application's areas, or would make.
 *
 * @param title the document's title
 * @param paths how many paths it has
 * @param areas the areas that the document speaks of, or spoke of the last time, by name
 * @param operations every operation of the document, in its order
 * @param consequences what it would open, or may open, beside what is new
 */
public record ImportReport(
        String title, int paths, List<AreaLine> areas, List<OperationLine> operations, List<Consequence> consequences) {
    /** What becomes of an area. */
    public static final String NEW = "new";

    /** It gets or loses paths, or methods do something else there. */
    public static final String CHANGED = "changed";

    /** It stays as it is. */
    public static final String UNCHANGED = "unchanged";

    /** The document has it no more. */
    public static final String GONE = "gone";

    /** The path goes from one area to another. */
    public static final String MOVED = "moved";

    /** The document has none of its paths any more, but rules name it: it stays, without them. */
    public static final String EMPTIED = "emptied";

    /** What may become of an area. */
    interface OfArea {
        static List<String> words() {
            return List.of(NEW, CHANGED, UNCHANGED, GONE, EMPTIED);
        }
    }

    /** What may become of a path. */
    interface OfPath {
        static List<String> words() {
            return List.of(NEW, CHANGED, UNCHANGED, MOVED, GONE);
        }
    }

    public ImportReport {
        areas = List.copyOf(areas);
        operations = List.copyOf(operations);
        consequences = List.copyOf(consequences);
    }

    /**
     * One area.
     *
     * @param id its id, null while it is not made
     * @param tag the tag, or first segment, that it is made for
     * @param status new, changed, unchanged, gone or emptied
     * @param paths the paths of the document in it, and those that it loses
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AreaLine(
            @Nullable String id,
            String name,
            @Nullable String tag,
            @OneOf(OfArea.class) String status,
            List<PathLine> paths) {}

    /**
     * One path of an area.
     *
     * @param status new, changed, unchanged, moved (to this area) or gone
     * @param from the area that it was in, when moved
     * @param otherTags tags of its operations that do not count, because the first operation has another one first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PathLine(
            String path,
            @OneOf(OfPath.class) String status,
            @Nullable String from,
            List<String> otherTags) {}

    /**
     * One operation.
     *
     * @param action what it does; null when nobody may use the method because it has no action
     * @param area the name of the area; of one that is not placed, where it would be
     * @param outcome `new-area`, `joins-area`, `already-under` or `not-placed`
     * @param proposed of an operation that is not placed, how it would come under its area: `new-area` or `joins-area`
     */
    public record OperationLine(
            String method,
            String path,
            @OneOf(Action.class) @Nullable String action,
            String area,
            Outcome outcome,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Outcome proposed) {}

    /** How an operation comes under its area. */
    public enum Outcome {
        /** The area is made for it. */
        NEW_AREA("new-area"),
        /** The area is there, the path is new to it. */
        JOINS_AREA("joins-area"),
        /** The path is in the area already. */
        ALREADY_UNDER("already-under"),
        /** No area covers the path: it stays denied to everyone until somebody places it. */
        NOT_PLACED("not-placed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** As on the wire. */
        @JsonValue
        public String word() {
            return word;
        }
    }

    /** How many areas have that status. */
    public long count(String status) {
        return areas.stream().filter(area -> area.status().equals(status)).count();
    }

    /** How many paths have that status. */
    public long countPaths(String status) {
        return areas.stream()
                .flatMap(area -> area.paths().stream())
                .filter(path -> path.status().equals(status))
                .count();
    }

    /** A path that leaves one area for another. */
    public record Leaving(String path, String to) {}

    /** The paths that leave the area for others, where they count as moved. */
    public List<Leaving> leaving(AreaLine area) {
        return areas.stream()
                .flatMap(other -> other.paths().stream()
                        .filter(path -> area.name().equals(path.from()))
                        .map(path -> new Leaving(path.path(), other.name())))
                .toList();
    }

    /** The operations that would wait to be placed. */
    public List<OperationLine> waiting() {
        return operations.stream()
                .filter(operation -> operation.outcome() == Outcome.NOT_PLACED)
                .toList();
    }

    /** Whether something would move, go, or open: that needs a confirmation. */
    boolean needsConfirmation() {
        return !consequences.isEmpty()
                || countPaths(MOVED) > 0
                || countPaths(GONE) > 0
                || count(GONE) > 0
                || count(EMPTIED) > 0;
    }

    /** What would move, go, or open, in a sentence or two with numbers. */
    String warning() {
        var parts = new ArrayList<String>();
        part(parts, countPaths(MOVED), "path", "moves", "move");
        part(parts, countPaths(GONE), "path", "goes", "go");
        part(parts, count(GONE), "area", "goes", "go");
        part(parts, count(EMPTIED), "area", "loses all paths", "lose all paths");
        return (String.join(", ", parts) + (parts.isEmpty() ? "" : ". ") + Consequences.sentence(consequences)).strip();
    }

    /** The same with the ids of the areas that were made. */
    ImportReport identified(List<Area> made) {
        var ids = made.stream()
                .collect(Collectors.toMap(Area::name, area -> area.id().toString()));
        var identified = areas.stream()
                .map(line -> new AreaLine(
                        line.id() == null ? ids.get(line.name()) : line.id(),
                        line.name(),
                        line.tag(),
                        line.status(),
                        line.paths()))
                .toList();
        return new ImportReport(title, paths, identified, operations, consequences);
    }

    private static void part(List<String> parts, long number, String noun, String one, String many) {
        if (number > 0) {
            parts.add(Consequences.count((int) number, noun) + " " + (number == 1 ? one : many));
        }
    }
}
