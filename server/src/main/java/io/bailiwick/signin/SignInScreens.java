package io.bailiwick.signin;

import io.bailiwick.areas.Applications;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.sessions.Session;
import io.bailiwick.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out for people. */
@Controller
class SignInScreens {
    private final Door door;
    private final RequestSessions sessions;
    private final Applications applications;
    private final Setup setup;

    SignInScreens(Door door, RequestSessions sessions, Applications applications, Setup setup) {
        this.door = door;
        this.sessions = sessions;
        this.applications = applications;
        this.setup = setup;
    }

    /** What was typed, as far as it is shown again. */
    record Form(
            @Nullable String account,
            @Nullable String email,
            @Nullable String password,
            @Nullable String next) {}

    @GetMapping("/sign-in")
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    String show(
            @RequestParam @Nullable String next,
            @RequestParam @Nullable String account,
            HttpServletRequest request,
            Model model) {
        if (setup.isDue()) {
            return "signin/set-up-first";
        }
        return sessions.of(request)
                .map(session -> "redirect:" + next(session, next).address())
                .orElseGet(() -> page(new Form(account, "", null, next), Errors.none(), model));
    }

    @PostMapping("/sign-in")
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    String signIn(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            var credentials = Door.Credentials.of(form.account(), form.email(), form.password());
            var entered = door.enter(credentials, request, response);
            if (entered.isPresent()) {
                var session = entered.get().session();
                return session.passwordChangeDue()
                        ? "redirect:/me/password"
                        : onward(next(session, form.next()), response, model);
            }
            return refused(HttpStatus.UNAUTHORIZED, Errors.none().and("", Door.WRONG), form, response, model);
        } catch (Refusal.Invalid invalid) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, Errors.of(invalid), form, response, model);
        } catch (Refusal.TooOften tooOften) {
            var errors = Errors.tooOften(response, tooOften);
            return refused(HttpStatus.TOO_MANY_REQUESTS, errors, form, response, model);
        }
    }

    @PostMapping("/sign-out")
    @Guarded(area = PanelArea.PUBLIC, action = Action.DELETE)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        door.leave(request, response);
        return "redirect:/sign-in";
    }

    /** Only the origins that the person's own account has registered lead out of the panel. */
    private NextPage next(Session session, @Nullable String asked) {
        var next = NextPage.of(asked);
        return next.isOurs() || applications.areAt(session.account(), next.origin()) ? next : NextPage.of(null);
    }

    /** A form's answer may not redirect to another origin (`form-action`), so that a page of our own leads there. */
    private static String onward(NextPage next, HttpServletResponse response, Model model) {
        if (next.isOurs()) {
            return "redirect:" + next.path();
        }
        response.setHeader("Refresh", "0; url=" + next.address());
        model.addAttribute("address", next.address());
        return "signin/onward";
    }

    private static String refused(
            HttpStatus status, Errors errors, Form form, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page(form, errors, model);
    }

    private static String page(Form form, Errors errors, Model model) {
        model.addAttribute("email", form.email() == null ? "" : form.email());
        model.addAttribute("account", form.account() == null ? "" : form.account());
        model.addAttribute("next", NextPage.of(form.next()).address());
        model.addAttribute("errors", errors);
        return "signin/sign-in";
    }
}
