package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.PasswordRules;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody else is given a new password. */
@Controller
class PasswordScreen {
    private final Users users;
    private final Credentials credentials;
    private final PasswordRules rules;

    PasswordScreen(Users users, Credentials credentials, PasswordRules rules) {
        this.users = users;
        this.credentials = credentials;
        this.rules = rules;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @GetMapping("/users/{id}/password")
    String form(
            Actor actor, @PathVariable String id, @RequestParam(defaultValue = "false") boolean generate, Model model) {
        var user = users.get(actor, UserId.read(id));
        model.addAttribute("generated", generate ? rules.generate() : null);
        return actor.is(user.id()) ? "redirect:/me/password" : page(user, true, Errors.none(), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/password")
    String assign(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String again,
            @RequestParam(defaultValue = "false") boolean mustChange,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        var user = users.get(actor, UserId.read(id));
        model.addAttribute("generated", null);
        try {
            Credentials.requireSame(password, again);
            credentials.assign(actor, user.id(), password, mustChange, null);
            flash.done("users.password.set", user.name());
            return "redirect:/users/" + user.id();
        } catch (Refusal.Invalid invalid) {
            UserPages.refused(invalid, response);
            return page(user, mustChange, Errors.of(invalid), model);
        } catch (Refusal.Conflict | Refusal.Beyond refusal) {
            UserPages.refused(refusal, response);
            return page(
                    user, mustChange, Errors.none().and("", refusal.detail()).decided(refusal), model);
        }
    }

    /** How a password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/password/judge")
    String judge(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String password,
            Model model) {
        var user = users.get(actor, UserId.read(id));
        model.addAttribute("rules", rules.judge(actor.account(), user.id(), password));
        return "users/_rules";
    }

    /** The same of a user who is being created. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users/new/password")
    String judgeFirst(
            Actor actor,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String password,
            Model model) {
        model.addAttribute("rules", rules.judge(actor.account(), email, name, password));
        return "users/_rules";
    }

    /** A strong password, made up for whoever is choosing one; it is kept nowhere. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/generated-password")
    String generated(Model model) {
        model.addAttribute("password", rules.generate());
        return "users/_generated";
    }

    private String page(User user, boolean mustChange, Errors errors, Model model) {
        model.addAttribute("user", user);
        model.addAttribute("mustChange", mustChange);
        model.addAttribute("rules", rules.open());
        model.addAttribute("errors", errors);
        return "users/password";
    }
}
