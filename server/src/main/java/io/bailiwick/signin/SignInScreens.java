package io.bailiwick.signin;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

    SignInScreens(Door door, RequestSessions sessions) {
        this.door = door;
        this.sessions = sessions;
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
        return sessions.of(request).isPresent()
                ? "redirect:" + NextPage.of(next).path()
                : page(new Form(account, "", null, next), Errors.none(), model);
    }

    @PostMapping("/sign-in")
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    String signIn(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            var credentials = Door.Credentials.of(form.account(), form.email(), form.password());
            var entered = door.enter(credentials, request, response);
            if (entered.isPresent()) {
                return entered.get().session().passwordChangeDue()
                        ? "redirect:/me/password"
                        : "redirect:" + NextPage.of(form.next()).path();
            }
            return refused(HttpStatus.UNAUTHORIZED, Errors.none().and("", Door.WRONG), form, response, model);
        } catch (Refusal.Invalid invalid) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, Errors.of(invalid), form, response, model);
        } catch (Refusal.TooOften tooOften) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooOften.retryAfter().toSeconds()));
            return refused(
                    HttpStatus.TOO_MANY_REQUESTS, Errors.none().and("", tooOften.detail()), form, response, model);
        }
    }

    @PostMapping("/sign-out")
    @Guarded(area = PanelArea.PUBLIC, action = Action.DELETE)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        door.leave(request, response);
        return "redirect:/sign-in";
    }

    private static String refused(
            HttpStatus status, Errors errors, Form form, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return page(form, errors, model);
    }

    private static String page(Form form, Errors errors, Model model) {
        model.addAttribute("email", form.email() == null ? "" : form.email());
        model.addAttribute("account", form.account() == null ? "" : form.account());
        model.addAttribute("next", NextPage.of(form.next()).path());
        model.addAttribute("errors", errors);
        return "signin/sign-in";
    }
}
