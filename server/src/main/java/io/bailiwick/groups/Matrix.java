package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.model.Action;
import io.bailiwick.ui.AccessLetters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of a group as it is drawn: what is saved, with what was chosen laid over it.
 *
 * @param group as it is saved
 * @param draft as it would be
 * @param view which part is on the page
 * @param sections an application each
 * @param unfolded the keys of the applications that are unfolded
 * @param counts how much there is
 * @param shown the rows on the page with what is saved in each, as the form posts them
 * @param carried the choices in rows that are not on the page, as the form posts them
 * @param defaults what it allows by default, where that counts
 * @param next the id after which the next page begins, or null
 */
public record Matrix(
        Group group,
        Group draft,
        MatrixView view,
        List<Section> sections,
        List<String> unfolded,
        Counts counts,
        String shown,
        String carried,
        AccessLetters defaults,
        @Nullable String next) {
    public Matrix {
        sections = List.copyOf(sections);
        unfolded = List.copyOf(unfolded);
    }

    /**
     * How much there is.
     *
     * @param areas areas in all
     * @param ruled areas with rules, as it would be
     * @param changed areas in which something was chosen
     * @param matching areas that the view lets through
     * @param onPage rows on the page
     * @param changes choices that differ from what is saved
     */
    public record Counts(int areas, int ruled, int changed, int matching, int onPage, int changes) {}

    /**
     * One application.
     *
     * @param areas how many it has
     * @param ruled how many of them have rules, as it would be
     * @param open whether it is unfolded
     * @param rows those of its areas that are on the page
     */
    public record Section(String key, String name, int areas, int ruled, boolean open, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One area.
     *
     * @param path the shortest of its paths; empty when it has none
     * @param morePaths how many others there are
     * @param cells one for each action
     * @param result what comes of the group there
     * @param from the names of the areas above whose rules count here as well
     * @param emptyRule whether a rule names it that lists no action
     * @param clears whether such a rule was chosen to go
     */
    public record Row(
            String id,
            String name,
            String path,
            int morePaths,
            List<Cell> cells,
            AccessLetters result,
            List<String> from,
            boolean emptyRule,
            boolean clears) {
        public Row {
            cells = List.copyOf(cells);
            from = List.copyOf(from);
        }
    }

    /**
     * One action on one area.
     *
     * @param saved what is saved
     * @param chosen what stands in the form
     */
    public record Cell(Action action, Choice saved, Choice chosen) {
        /** What can be chosen: both at once only where it is so already. */
        public List<Choice> choices() {
            return saved == Choice.BOTH || chosen == Choice.BOTH
                    ? List.of(Choice.ALLOW, Choice.NOTHING, Choice.DENY, Choice.BOTH)
                    : List.of(Choice.ALLOW, Choice.NOTHING, Choice.DENY);
        }
    }

    /** Mode and default access as saved, posted along so that what nobody touched is told from what was chosen. */
    public String base() {
        return MatrixPosted.base(group);
    }

    /** The letters of what a group says on an area. */
    static AccessLetters letters(Standing standing, AreaId area) {
        return AccessLetters.of(standing.allowed(area), standing.denied(area));
    }
}
