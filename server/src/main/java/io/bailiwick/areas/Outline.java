package io.bailiwick.areas;

import io.bailiwick.model.HttpMethods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What counts of an OpenAPI document.
 *
 * @param title the document's title
 * @param paths its paths in the document's order
 */
record Outline(String title, List<Path> paths) {
    /** The order in which a path's operations are asked for its area. */
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

    /**
     * A path.
     *
     * @param pattern the server's path and the path itself, canonical
     * @param fallback the area that it belongs to when the first operation has no tag: its first segment
     * @param operations in the order in which they are asked; some documents list paths without any
     */
    record Path(String pattern, String fallback, List<Operation> operations) {
        /** The first tag of the first operation. */
        String tag() {
            return operations.stream()
                    .findFirst()
                    .flatMap(operation -> operation.tags().stream().findFirst())
                    .orElse(fallback);
        }

        /** The other tags of all operations. */
        List<String> otherTags() {
            var tags = new LinkedHashSet<String>();
            operations.forEach(operation -> tags.addAll(operation.tags()));
            tags.remove(tag());
            return List.copyOf(tags);
        }

        /** The document's overrides: the action's word by method. HEAD follows GET. */
        Map<String, String> overrides() {
            var overrides = new TreeMap<String, String>();
            operations.stream()
                    .filter(operation -> operation.access() != null)
                    .filter(operation -> !operation.method().equals("HEAD"))
                    .forEach(
                            operation -> overrides.put(operation.method(), Objects.requireNonNull(operation.access())));
            return overrides;
        }

        /** The same path with the operations of another spelling of it. */
        Path and(Path other) {
            var all = new ArrayList<>(operations);
            all.addAll(other.operations());
            return new Path(pattern, fallback, sorted(all));
        }
    }

    /**
     * An operation.
     *
     * @param method in capitals
     * @param tags without blank ones
     * @param access what `x-bailiwick-access` says, or null
     * @param summary what it is for, in a line, or null where the document does not say
     */
    record Operation(
            String method,
            List<String> tags,
            @Nullable String access,
            @Nullable String summary) {
        /** What it does where nothing says otherwise; null when that is nothing. */
        @Nullable
        String usual() {
            var action = HttpMethods.actionOf(method);
            return action == null ? null : action.word();
        }
    }

    /** The operations in the order in which they are asked. */
    static List<Operation> sorted(List<Operation> operations) {
        return operations.stream()
                .sorted(Comparator.comparingInt(operation -> METHODS.indexOf(operation.method())))
                .toList();
    }

    /** How many operations there are. */
    int operations() {
        return paths.stream().mapToInt(path -> path.operations().size()).sum();
    }
}
