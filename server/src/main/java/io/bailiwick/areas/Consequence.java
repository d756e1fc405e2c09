package io.bailiwick.areas;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.kernel.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a change of areas would open, or may open, beside what was asked for; a line of the difference that is
 * to be confirmed.
 *
 * @param kind what happens
 * @param area the name of the area that it happens to
 * @param path the path pattern, where it is about one
 * @param before how it is
 * @param after how it would be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consequence(
        @OneOf(Kinds.class) String kind,
        String area,
        @Nullable String path,
        @Nullable String before,
        @Nullable String after) {
    /** The gate would let in more people: from gate to gate. */
    public static final String GATE = "gate";

    /** Requests on the path would belong to another area: from area to area. */
    public static final String PATH = "path";

    /** A method would do something else on the path: from action to action. */
    public static final String ACTION = "action";

    /** Rules that name the area would reach another one, or reach it no more: from area to area. */
    public static final String REACH = "reach";

    /** Rules of a group that name the area would go: the group, and what is left of its rules. */
    public static final String RULES = "rules";

    /** All of them. */
    interface Kinds {
        static List<String> words() {
            return List.of(GATE, PATH, ACTION, REACH, RULES);
        }
    }

    static Consequence gate(String area, String before, String after) {
        return new Consequence(GATE, area, null, before, after);
    }

    static Consequence path(String area, String path, String after) {
        return new Consequence(PATH, area, path, area, after);
    }

    static Consequence action(String area, String path, String before, String after) {
        return new Consequence(ACTION, area, path, before, after);
    }

    static Consequence reaches(String area, String other) {
        return new Consequence(REACH, area, null, null, other);
    }

    static Consequence reachesNoMore(String area, String other) {
        return new Consequence(REACH, area, null, other, null);
    }

    static Consequence rules(String area, String group, String left) {
        return new Consequence(RULES, area, null, group, left);
    }
}
