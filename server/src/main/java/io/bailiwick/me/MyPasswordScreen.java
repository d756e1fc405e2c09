package io.bailiwick.me;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.PasswordRules;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one changes one's own password, and must when a change is due. */
@Controller
class MyPasswordScreen {
    private final OwnPassword ownPassword;
    private final PasswordRules rules;

    MyPasswordScreen(OwnPassword ownPassword, PasswordRules rules) {
        this.ownPassword = ownPassword;
        this.rules = rules;
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.READ, evenWhenPasswordIsDue = true)
    @GetMapping("/me/password")
    String form(Actor actor, Model model) {
        return page(actor, Errors.none(), model);
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE, evenWhenPasswordIsDue = true)
    @PostMapping("/me/password")
    String change(
            Actor actor,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String again,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        try {
            Credentials.requireSame(password, again);
            ownPassword.change(actor, current, password);
            flash.done("me.password.changed");
            return actor.passwordChangeDue() ? "redirect:/" : "redirect:/me";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, Errors.of(invalid), model);
        } catch (Refusal.TooOften tooOften) {
            return page(actor, Errors.tooOften(response, tooOften), model);
        }
    }

    /** How a password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE, evenWhenPasswordIsDue = true)
    @PostMapping("/me/password/judge")
    String judge(Actor actor, @RequestParam(required = false) @Nullable String password, Model model) {
        model.addAttribute("rules", rules.judge(actor.account(), actor.email(), actor.name(), password));
        return "users/_rules";
    }

    private String page(Actor actor, Errors errors, Model model) {
        model.addAttribute("rules", rules.open());
        model.addAttribute("errors", errors);
        model.addAttribute("email", actor.email());
        return actor.passwordChangeDue() ? "me/due" : "me/password";
    }
}
