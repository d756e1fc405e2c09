package io.bailiwick.me;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one changes one's own e-mail address. */
@Controller
class MyEmailScreen {
    private final OwnEmail ownEmail;

    MyEmailScreen(OwnEmail ownEmail) {
        this.ownEmail = ownEmail;
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    @GetMapping("/me/email")
    String form(Actor actor, Model model) {
        return page(actor.email(), "", Errors.none(), model);
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PostMapping("/me/email")
    String change(
            Actor actor,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(defaultValue = "") String email,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        try {
            var user = ownEmail.change(actor, current, email, null);
            flash.done("me.email.changed", user.email());
            return user.emailVerified() ? "redirect:/me" : "redirect:/me/verification";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor.email(), email, Errors.of(invalid), model);
        } catch (Refusal.Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(actor.email(), email, Errors.none().and("email", conflict.detail()), model);
        } catch (Refusal.TooOften tooOften) {
            return page(actor.email(), email, Errors.tooOften(response, tooOften), model);
        }
    }

    private static String page(String present, String email, Errors errors, Model model) {
        model.addAttribute("present", present);
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "me/email";
    }
}
