package io.bailiwick.signin;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the one-time link of the first start. */
@Controller
class SetupScreens {
    private final Setup setup;
    private final Door door;

    SetupScreens(Setup setup, Door door) {
        this.setup = setup;
        this.door = door;
    }

    @GetMapping("/setup")
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    String show(@RequestParam(defaultValue = "") String token, Model model) {
        setup.require(token);
        return page(token, new SetupForm("", "", "", null), Errors.none(), model);
    }

    @PostMapping("/setup")
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    String complete(
            @RequestParam(defaultValue = "") String token,
            SetupForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            setup.complete(token, form);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, form, Errors.of(invalid), model);
        }
        var credentials = Door.Credentials.of(null, form.email(), form.password());
        return door.enter(credentials, request, response).isPresent() ? "redirect:/" : "redirect:/sign-in";
    }

    /** How the password stands up to the rules, while it is typed. */
    @PostMapping("/setup/password")
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    String judge(@RequestParam(defaultValue = "") String token, SetupForm form, Model model) {
        setup.require(token);
        model.addAttribute("rules", setup.judge(form));
        return "users/_rules";
    }

    private String page(String token, SetupForm form, Errors errors, Model model) {
        model.addAttribute("rules", setup.rules());
        model.addAttribute("token", token);
        model.addAttribute("account", Objects.requireNonNullElse(form.account(), ""));
        model.addAttribute("name", Objects.requireNonNullElse(form.name(), ""));
        model.addAttribute("email", Objects.requireNonNullElse(form.email(), ""));
        model.addAttribute("errors", errors);
        return "signin/setup";
    }
}
