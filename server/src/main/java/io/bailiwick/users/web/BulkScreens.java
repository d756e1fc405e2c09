package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Deed;
import io.bailiwick.users.web.BulkPages.Way;
import io.bailiwick.users.web.BulkPages.Wish;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Deleting, disabling and enabling many users: asked once, with what it means in numbers, then done. */
@Controller
class BulkScreens {
    private final BulkPages pages;

    BulkScreens(BulkPages pages) {
        this.pages = pages;
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @PostMapping("/users/bulk/delete")
    String delete(
            Actor actor,
            @ModelAttribute("picked") Picked picked,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        return pages.next(new Way(actor, picked, flash, response, model), new Wish("delete", new Deed.Delete()));
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/bulk/disable")
    String disable(
            Actor actor,
            @ModelAttribute("picked") Picked picked,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        return pages.next(new Way(actor, picked, flash, response, model), new Wish("disable", new Deed.Disable()));
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/bulk/enable")
    String enable(
            Actor actor,
            @ModelAttribute("picked") Picked picked,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        return pages.next(new Way(actor, picked, flash, response, model), new Wish("enable", new Deed.Enable()));
    }
}
