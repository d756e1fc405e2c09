package io.bailiwick.areas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An area as somebody wants it.
 *
 * @param application id or key of its application, the built-in one when left out; it cannot change later
 * @param name 1 to 200 characters
 * @param paths its path patterns, at least one
 * @param gate its gate's word; {@code open} when left out
 * @param actions overrides for all of its paths, where they say nothing themselves
 */
public record AreaForm(
        @Nullable String application,
        @Nullable String name,
        @Nullable List<Path> paths,
        @OneOf(Gates.class) @Nullable String gate,
        @OneOf(Action.class) @Nullable Map<String, String> actions) {
    /** The gates that an area can be given: some are for the built-in application alone. */
    interface Gates {
        static List<String> words() {
            return Stream.of(AreaGate.values())
                    .filter(gate -> !gate.isBuiltInOnly())
                    .map(AreaGate::word)
                    .toList();
        }
    }

    /** An area as it is, to be changed. */
    static AreaForm of(Area area) {
        return new AreaForm(
                area.applicationKey(), area.name(), paths(area), area.gate().word(), null);
    }

    /** The paths of an area as they stand on the wire. */
    static List<Path> paths(Area area) {
        return area.paths().stream()
                .map(path -> new Path(path.pattern().text(), AreaStore.words(path.actions())))
                .toList();
    }

    /**
     * One path: on the wire a text, or an object when single methods do something unusual there.
     *
     * @param path the pattern
     * @param actions the action's word by method
     */
    public record Path(
            @Nullable String path,
            @OneOf(Action.class) @Nullable Map<String, String> actions) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Path {}

        /** A path where every method does the usual. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Path of(String path) {
            return new Path(path, null);
        }

        /** As on the wire. */
        @JsonValue
        public Object onTheWire() {
            var text = path == null ? "" : path;
            return actions == null || actions.isEmpty() ? text : new Overridden(text, actions);
        }

        private record Overridden(String path, Map<String, String> actions) {}
    }
}
