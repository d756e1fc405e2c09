package io.bailiwick.resets;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.links.LinkPage;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.Transport;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final LinkPage page;

    ResetScreens(Resets resets, Transport transport) {
        this.resets = resets;
        this.transport = transport;
        page = new LinkPage("resets/reset", "resets/spent", resets::find, resets::rules, resets::judge);
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/reset")
    String show(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return page.show(token, response, model);
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
        Supplier<String> use = () -> {
            resets.complete(token, password, transport.address(request));
            flash.done("resets.done");
            return "redirect:/sign-in?account=" + LinkPage.account(token);
        };
        return page.post(token, password, again, use, response, model);
    }

    /** How a password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @PostMapping("/reset/judge")
    String judge(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable String password,
            HttpServletResponse response,
            Model model) {
        return page.judge(token, password, response, model);
    }
}
