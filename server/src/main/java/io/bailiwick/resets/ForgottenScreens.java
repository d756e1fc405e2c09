package io.bailiwick.resets;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.Transport;
import io.bailiwick.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody says that the password is forgotten; everybody gets the same answer. */
@Controller
class ForgottenScreens {
    private final Resets resets;
    private final Transport transport;

    ForgottenScreens(Resets resets, Transport transport) {
        this.resets = resets;
        this.transport = transport;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/forgotten")
    String show(@RequestParam(defaultValue = "") String account, Model model) {
        return page(account, "", Errors.none(), model);
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/forgotten")
    String ask(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            resets.ask(account, email, transport.address(request));
            return "redirect:/forgotten/sent";
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(account, email, Errors.of(invalid), model);
        }
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/forgotten/sent")
    String sent() {
        return "resets/sent";
    }

    private static String page(String account, String email, Errors errors, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "resets/forgotten";
    }
}
