package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Selection;
import io.bailiwick.users.Selections;
import io.bailiwick.users.web.BulkPages.Way;
import io.bailiwick.users.web.BulkPages.Wish;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving many users another role, data access or permissions. */
@Controller
class BulkAccessScreen {
    private final BulkPages pages;
    private final Selections selections;
    private final Picks picks;

    BulkAccessScreen(BulkPages pages, Selections selections, Picks picks) {
        this.pages = pages;
        this.selections = selections;
        this.picks = picks;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/bulk/access")
    String access(
            Actor actor,
            @ModelAttribute("picked") Picked picked,
            @ModelAttribute("access") BulkAccess access,
            @RequestParam(defaultValue = "false") boolean given,
            @RequestParam(required = false) @Nullable String find,
            @ModelAttribute("finds") Finds finds,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        var way = new Way(actor, picked, flash, response, model);
        if (picked.isEmpty()) {
            return pages.nobody(way);
        }
        if (!given || find != null) {
            return form(way, access, finds, Errors.none());
        }
        try {
            var fields = access.fields();
            fields.add(new Field("given", "true"));
            return pages.next(way, new Wish("access", "access", access.deed(), fields));
        } catch (Refusal.Invalid invalid) {
            UserPages.refused(invalid, response);
            return form(way, access, Finds.NONE, Errors.of(invalid));
        }
    }

    private String form(Way way, BulkAccess access, Finds finds, Errors errors) {
        var selection = way.picked().selection();
        var now = selection instanceof Selection.Matching matching
                ? new Selection.Matching(matching.q(), null)
                : selection;
        way.model().addAttribute("errors", errors);
        way.model()
                .addAttribute("partners", picks.partners(way.actor(), access.chosenPartners(), finds.findPartners()));
        way.model().addAttribute("number", selections.size(way.actor(), now));
        way.model().addAttribute("back", way.back());
        return "users/bulk-access";
    }
}
