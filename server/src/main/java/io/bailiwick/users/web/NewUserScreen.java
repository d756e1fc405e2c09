package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.PasswordRules;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a user is created. */
@Controller
class NewUserScreen {
    private final Users users;
    private final UserPages pages;
    private final PasswordRules rules;

    NewUserScreen(Users users, UserPages pages, PasswordRules rules) {
        this.users = users;
        this.pages = pages;
        this.rules = rules;
    }

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @GetMapping("/users/new")
    String form(Actor actor, Model model) {
        var fields = UserFields.empty(actor.zone().getId(), null);
        return pages.created(actor, fields, Finds.NONE, Errors.none(), model);
    }

    /** Draws the form again with what was found. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping(value = "/users", params = "find")
    String find(
            Actor actor,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("finds") Finds finds,
            @RequestParam String find,
            Model model) {
        model.addAttribute("generated", find.equals("password") ? rules.generate() : null);
        return pages.created(actor, fields, finds, Errors.none(), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users")
    String create(
            Actor actor,
            @ModelAttribute("fields") UserFields fields,
            @RequestParam(required = false) @Nullable String password,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        try {
            var user = users.create(actor, fields.form(), password);
            flash.done("users.created", user.name());
            return "redirect:/users/" + user.id();
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            UserPages.refused(refusal, response);
            return pages.created(actor, fields, Finds.NONE, FieldErrors.of(refusal, fields), model);
        }
    }
}
