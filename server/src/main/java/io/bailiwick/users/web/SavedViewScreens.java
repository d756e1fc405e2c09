package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.SavedViewForm;
import io.bailiwick.users.SavedViews;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where searches are kept as tabs, called otherwise, and forgotten. */
@Controller
class SavedViewScreens {
    private static final String ALL = "redirect:/users/views";

    private final SavedViews saved;
    private final Views views;

    SavedViewScreens(SavedViews saved, Views views) {
        this.saved = saved;
        this.views = views;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/views/new")
    String form(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String sort, Model model) {
        return form(new SavedViewForm("", q, sort), Errors.none(), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/users/views")
    String keep(Actor actor, SavedViewForm form, Flash flash, HttpServletResponse response, Model model) {
        try {
            var view = saved.keep(actor, form);
            flash.done("users.view.kept", view.name());
            return "redirect:" + Query.of(view).here();
        } catch (Refusal.Invalid | Refusal.Conflict refusal) {
            return form(form, Errors.refused(response, refusal, "name"), model);
        }
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/views")
    String list(Actor actor, @RequestParam(defaultValue = "") String rename, Model model) {
        return list(actor, rename, null, Errors.none(), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/users/views/{view}")
    String rename(
            Actor actor,
            @PathVariable String view,
            @RequestParam(defaultValue = "") String name,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        var now = saved.get(actor, view);
        try {
            flash.done("users.view.renamed", saved.rename(actor, view, name).name());
            return ALL;
        } catch (Refusal.Invalid | Refusal.Conflict refusal) {
            return list(actor, now.id().toString(), name, Errors.refused(response, refusal, "name"), model);
        }
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/users/views/{view}/delete")
    String delete(Actor actor, @PathVariable String view, Flash flash) {
        flash.done("users.view.deleted", saved.delete(actor, view).name());
        return ALL;
    }

    /** How many each tab finds, for the page to fill in once it is there. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/views/counts")
    String counts(Actor actor, Model model) {
        model.addAttribute("counts", views.counts(actor));
        return "users/_counts";
    }

    private static String form(SavedViewForm form, Errors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "users/view";
    }

    private String list(Actor actor, String renamed, @Nullable String typed, Errors errors, Model model) {
        model.addAttribute("views", saved.of(actor));
        model.addAttribute("renamed", renamed);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "users/views";
    }
}
