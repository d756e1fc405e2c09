package io.bailiwick.recovery;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.links.Link;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.SessionCookies;
import io.bailiwick.sessions.Transport;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the link from the command line: it signs in once a new password is posted. */
@Controller
class RecoveryScreens {
    private final RecoveryEntry entry;
    private final SessionCookies cookies;
    private final Transport transport;

    RecoveryScreens(RecoveryEntry entry, SessionCookies cookies, Transport transport) {
        this.entry = entry;
        this.cookies = cookies;
        this.transport = transport;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/recover")
    String show(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return entry.find(token)
                .map(link -> page(link, token, Errors.none(), model))
                .orElseGet(() -> spent(response));
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/recover")
    String enter(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String again,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        cookies.requirePrivacy(request);
        var link = entry.find(token);
        if (link.isEmpty()) {
            return spent(response);
        }
        try {
            Credentials.requireSame(password, again);
            var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
            cookies.hand(entry.enter(token, password, transport.address(request), agent), request, response);
            flash.done("recovery.done");
            return "redirect:/";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(link.get(), token, Errors.of(invalid), model);
        } catch (Refusal.Gone meanwhile) {
            return spent(response);
        }
    }

    /** How a password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @PostMapping("/recover/judge")
    String judge(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String password,
            HttpServletResponse response,
            Model model) {
        return entry.find(token)
                .map(link -> {
                    model.addAttribute("rules", entry.judge(link, password));
                    return "users/_rules";
                })
                .orElseGet(() -> spent(response));
    }

    private String page(Link link, String token, Errors errors, Model model) {
        model.addAttribute("email", link.email());
        model.addAttribute("token", token);
        model.addAttribute("rules", entry.rules());
        model.addAttribute("errors", errors);
        return "recovery/recover";
    }

    private static String spent(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "recovery/spent";
    }
}
