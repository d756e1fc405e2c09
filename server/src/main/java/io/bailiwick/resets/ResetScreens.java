package io.bailiwick.resets;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.links.Link;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.Transport;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the mailed link: a new password is set only by posting it. */
@Controller
class ResetScreens {
    private final Resets resets;
    private final Transport transport;

    ResetScreens(Resets resets, Transport transport) {
        this.resets = resets;
        this.transport = transport;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/reset")
    String show(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return resets.find(token)
                .map(link -> page(link, token, Errors.none(), model))
                .orElseGet(() -> spent(response));
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/reset")
    String complete(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String again,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var link = resets.find(token);
        if (link.isEmpty()) {
            return spent(response);
        }
        try {
            Credentials.requireSame(password, again);
            resets.complete(token, password, transport.address(request));
            flash.done("resets.done");
            return "redirect:/sign-in";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(link.get(), token, Errors.of(invalid), model);
        } catch (Refusal.Gone meanwhile) {
            return spent(response);
        }
    }

    /** How a password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @PostMapping("/reset/judge")
    String judge(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String password,
            HttpServletResponse response,
            Model model) {
        return resets.find(token)
                .map(link -> {
                    model.addAttribute("rules", resets.judge(link, password));
                    return "users/_rules";
                })
                .orElseGet(() -> spent(response));
    }

    private String page(Link link, String token, Errors errors, Model model) {
        model.addAttribute("email", link.email());
        model.addAttribute("token", token);
        model.addAttribute("rules", resets.rules());
        model.addAttribute("errors", errors);
        return "resets/reset";
    }

    private static String spent(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "resets/spent";
    }
}
