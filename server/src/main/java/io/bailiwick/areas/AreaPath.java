package io.bailiwick.areas;

import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One path of an area.
 *
 * @param pattern what it covers
 * @param actions what single methods do there, where that is not the usual
 * @param documented what an OpenAPI document last said of it, or null when none did
 */
public record AreaPath(
        PathPattern pattern,
        MethodOverrides actions,
        @Nullable Documented documented) {
    /** By the text of the pattern, as they are kept. */
    static final Comparator<AreaPath> ORDER =
            Comparator.comparing(path -> path.pattern().text());

    /**
     * What an OpenAPI document said.
     *
     * @param tag the tag, or the first segment, that made its area
     * @param actions the document's own overrides
     */
    public record Documented(String tag, MethodOverrides actions) {}

    /** A path that somebody wrote down by hand. */
    public static AreaPath of(PathPattern pattern, MethodOverrides actions) {
        return new AreaPath(pattern, actions, null);
    }

    /** Whether both cover the same, whatever they call what stands between braces. */
    public boolean isSameAs(PathPattern other) {
        return pattern.liesUnder(other) && other.liesUnder(pattern);
    }
}
