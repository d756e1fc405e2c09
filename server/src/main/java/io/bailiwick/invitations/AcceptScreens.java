package io.bailiwick.invitations;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.Transport;
import io.bailiwick.signin.Door;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.PasswordRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link in an invitation. Looking at it changes nothing: mail scanners follow links. */
@Controller
class AcceptScreens {
    private final Acceptances acceptances;
    private final PasswordRules rules;
    private final Transport transport;
    private final Door door;

    AcceptScreens(Acceptances acceptances, PasswordRules rules, Transport transport, Door door) {
        this.acceptances = acceptances;
        this.rules = rules;
        this.transport = transport;
        this.door = door;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/invitation")
    String show(
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var opened = acceptances.open(token, transport.address(request));
            var zone = opened.user().zone().getId();
            var fields = new AcceptFields(token, opened.user().name(), zone.equals("UTC") ? "" : zone, null);
            return page(opened, fields, Errors.none(), model);
        } catch (Refusal.Gone | Refusal.Conflict refusal) {
            return refused(refusal, response, model);
        }
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/invitation")
    String accept(
            @ModelAttribute("fields") AcceptFields fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash flash,
            Model model) {
        var address = transport.address(request);
        try {
            var joined = acceptances.accept(fields.link(), fields.typed(), address);
            return entered(joined, fields, request, response, flash);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(acceptances.open(fields.link(), address), fields, Errors.of(invalid), model);
        } catch (Refusal.Gone | Refusal.Conflict refusal) {
            return refused(refusal, response, model);
        }
    }

    /** How the password stands up to the rules, while it is typed. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @PostMapping("/invitation/password")
    String judge(@ModelAttribute("fields") AcceptFields fields, HttpServletRequest request, Model model) {
        var opened = acceptances.open(fields.link(), transport.address(request));
        var account = opened.account().id();
        model.addAttribute("rules", rules.judge(account, opened.user().email(), fields.name(), fields.password()));
        return "users/_rules";
    }

    /** What is in the way of signing in is said at the door. */
    private String entered(
            Joined joined, AcceptFields fields, HttpServletRequest request, HttpServletResponse response, Flash flash) {
        var account = joined.account();
        var credentials = Door.Credentials.of(account.shortId(), joined.user().email(), fields.password());
        try {
            if (door.enter(credentials, request, response).isPresent()) {
                flash.done("invitations.accepted", account.name());
                return "redirect:/";
            }
        } catch (Refusal.TooOften | Refusal.Unavailable | Refusal.Denied later) {
            // the invitation is accepted all the same
        }
        flash.done("invitations.accepted.sign-in", account.name());
        return "redirect:/sign-in?account=" + account.shortId();
    }

    private String page(Opened opened, AcceptFields fields, Errors errors, Model model) {
        model.addAttribute("opened", opened);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("rules", rules.open());
        return "invitations/accept";
    }

    private static String refused(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus((refusal instanceof Refusal.Gone ? HttpStatus.GONE : HttpStatus.CONFLICT).value());
        model.addAttribute("detail", refusal.detail());
        return "invitations/refused";
    }
}
