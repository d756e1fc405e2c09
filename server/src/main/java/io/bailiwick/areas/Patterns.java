package io.bailiwick.areas;

import io.bailiwick.model.PathPattern;
import io.bailiwick.model.PatternSegment;
import io.bailiwick.model.PatternSegment.Kind;
import java.util.ArrayList;
import java.util.List;

/** Questions about two patterns, or many, that the model does not answer. */
final class Patterns {
    private Patterns() {}

    /** Whether some path may be covered by both; in doubt yes. */
    static boolean overlap(PathPattern one, PathPattern other) {
        var length = Math.min(one.segments().size(), other.segments().size());
        for (int index = 0; index < length; index++) {
            if (!overlap(one.segments().get(index), other.segments().get(index))) {
                return false;
            }
        }
        return true;
    }

    /** What two patterns that collide have in common: their kinds of segments, and their literals. */
    static List<Object> shape(PathPattern pattern) {
        var shape = new ArrayList<Object>();
        for (var segment : pattern.segments()) {
            shape.add(segment.kind() == Kind.LITERAL ? segment.prefix() : segment.rank());
        }
        return shape;
    }

    private static boolean overlap(PatternSegment one, PatternSegment other) {
        if (one.kind() == Kind.PARAMETER || other.kind() == Kind.PARAMETER) {
            return true;
        }
        if (one.kind() == Kind.LITERAL) {
            return other.matches(one.prefix());
        }
        if (other.kind() == Kind.LITERAL) {
            return one.matches(other.prefix());
        }
        return (one.prefix().startsWith(other.prefix()) || other.prefix().startsWith(one.prefix()))
                && (one.suffix().endsWith(other.suffix()) || other.suffix().endsWith(one.suffix()));
    }
}
