package io.bailiwick.recovery;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.links.LinkPage;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.SessionCookies;
import io.bailiwick.sessions.Transport;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final LinkPage page;

    RecoveryScreens(RecoveryEntry entry, SessionCookies cookies, Transport transport) {
        this.entry = entry;
        this.cookies = cookies;
        this.transport = transport;
        page = new LinkPage("recovery/recover", "recovery/spent", entry::find, entry::rules, entry::judge);
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/recover")
    String show(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return page.show(token, response, model);
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
        Supplier<String> use = () -> {
            var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
            cookies.hand(entry.enter(token, password, transport.address(request), agent), request, response);
            flash.done("recovery.done");
            return "redirect:/";
        };
        return page.post(token, password, again, use, response, model);
    }

    /** How a password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @PostMapping("/recover/judge")
    String judge(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String password,
            HttpServletResponse response,
            Model model) {
        return page.judge(token, password, response, model);
    }
}
