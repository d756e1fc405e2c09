package io.bailiwick.groups;

import io.bailiwick.groups.MatrixPages.Wanted;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Errors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lets the choices on a matrix be looked at before they are saved, or draws it again with what stands against them. */
@Component
class MatrixReviews {
    private final Groups groups;
    private final Reviews reviews;
    private final MatrixPages pages;

    MatrixReviews(Groups groups, Reviews reviews, MatrixPages pages) {
        this.groups = groups;
        this.reviews = reviews;
        this.pages = pages;
    }

    /** @param version the one that the choices were made on */
    String page(Wanted wanted, long version, Coverage coverage, HttpServletResponse response, Model model) {
        var group = wanted.group();
        try {
            var rehearsal = groups.rehearse(
                    wanted.actor(), group.id(), version, wanted.draft().form(group));
            var fields = new ArrayList<Field>();
            fields.add(new Field("version", Long.toString(version)));
            fields.addAll(wanted.draft().fields());
            var way = new Reviews.Way("", "", fields, reviews.title(group), List.of());
            return reviews.page(wanted.actor(), rehearsal, way, model);
        } catch (Refusal.Stale | Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return refused(wanted, coverage, refused, response, model);
        }
    }

    /** The matrix as it was filled, with what stands against it. */
    String refused(Wanted wanted, Coverage coverage, Refusal refused, HttpServletResponse response, Model model) {
        return refused instanceof Refusal.Stale stale
                ? pages.stale(wanted, coverage, stale, response, model)
                : pages.page(wanted, coverage, Errors.refused(response, refused, ""), model);
    }
}
