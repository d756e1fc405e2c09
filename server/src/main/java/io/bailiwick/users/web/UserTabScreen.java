package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.web.UserTabForm.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The handlers of a tab that is a form; which one, and where, the tab itself says. */
abstract class UserTabScreen implements UserTabForm.Tab {
    private final UserTabForm form;

    UserTabScreen(UserTabForm form) {
        this.form = form;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping
    String show(Actor actor, @PathVariable String id, Model model) {
        return form.show(actor, id, this, model);
    }

    /** Draws the form again with what was found, or with what comes of what is typed. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping(params = "find")
    String find(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("finds") Finds finds,
            @ModelAttribute("saving") Saving saving,
            Model model) {
        return form.find(actor, id, this, fields, finds, saving, model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping
    String update(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("saving") Saving saving,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return form.save(actor, id, this, fields, saving, flash, request, response, model);
    }
}
