package io.bailiwick.verification;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an address is proven. Following the link alone proves nothing: programs that look at mails follow links too. */
@Controller
class VerificationScreens {
    private final Verifications verifications;
    private final Users users;
    private final RequestSessions sessions;

    VerificationScreens(Verifications verifications, Users users, RequestSessions sessions) {
        this.verifications = verifications;
        this.users = users;
        this.sessions = sessions;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/verify")
    String ask(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("email", verifications.require(token).email());
        model.addAttribute("token", token);
        return "verification/verify";
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/verify")
    String prove(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Flash flash) {
        var link = verifications.prove(token);
        flash.done("verification.done", link.email());
        return sessions.of(request).isPresent()
                ? "redirect:/me"
                : "redirect:/sign-in?account=" + verifications.account(link);
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    @GetMapping("/me/verification")
    String show(Actor actor, Model model) {
        var user = users.oneself(actor);
        return user.emailVerified() ? "redirect:/me" : page(user.email(), Errors.none(), model);
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PostMapping("/me/verification")
    String send(Actor actor, Flash flash) {
        try {
            verifications.send(actor);
            flash.done(verifications.areHeld() ? "verification.sent.held" : "verification.sent", actor.email());
        } catch (Refusal.Conflict | Refusal.TooOften refusal) {
            flash.failed("verification.refused", refusal.detail());
        }
        return "redirect:/me/verification";
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PostMapping("/me/verification/code")
    String enter(
            Actor actor,
            @RequestParam(required = false) @Nullable String code,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        try {
            verifications.proveByCode(actor, code);
            flash.done("verification.done", actor.email());
            return "redirect:/me";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor.email(), Errors.of(invalid), model);
        } catch (Refusal.TooOften tooOften) {
            return page(actor.email(), Errors.tooOften(response, tooOften), model);
        }
    }

    private String page(String email, Errors errors, Model model) {
        model.addAttribute("held", verifications.areHeld());
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "verification/code";
    }
}
