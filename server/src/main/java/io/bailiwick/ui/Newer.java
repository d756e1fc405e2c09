package io.bailiwick.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What somebody else saved while a form was being filled in. The form stands as it was typed, below a note that says who
 * it was and where the two differ; sent once more, it is saved over the newer version.
 *
 * @param who who saved
 * @param at when
 * @param differences where what is saved and what is typed differ
 */
public record Newer(String who, Instant at, List<Difference> differences) {
    public Newer {
        differences = List.copyOf(differences);
    }

    /**
     * One difference.
     *
     * @param what the field's label
     * @param saved what is there now; empty for nothing
     * @param typed what stands in the form; empty for nothing
     */
    public record Difference(String what, String saved, String typed) {}

    /** Compares field by field. */
    public static final class Comparison {
        private final List<Difference> differences = new ArrayList<>();

        /** Compares one field, as it is written in the form. */
        public Comparison field(String what, String saved, String typed) {
            if (!Objects.equals(saved.strip(), typed.strip())) {
                differences.add(new Difference(what, saved.strip(), typed.strip()));
            }
            return this;
        }

        /** What was found to differ. */
        public List<Difference> differences() {
            return List.copyOf(differences);
        }
    }
}
