package io.bailiwick.invitations;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.web.FieldErrors;
import io.bailiwick.users.web.Finds;
import io.bailiwick.users.web.UserFields;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people are invited. */
@Controller
class InviteScreens {
    private static final String ALL = "all";

    private final Invitations invitations;
    private final InvitePages pages;
    private final Previews previews;

    InviteScreens(Invitations invitations, InvitePages pages, Previews previews) {
        this.invitations = invitations;
        this.pages = pages;
        this.previews = previews;
    }

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @GetMapping("/users/invite")
    String form(Actor actor, Model model) {
        return pages.empty(actor, model);
    }

    /** The page with more to choose from; nothing is sent. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping(value = "/users/invite", params = "find")
    String find(
            Actor actor,
            @ModelAttribute("typed") InviteFields typed,
            @ModelAttribute("rights") UserFields rights,
            @ModelAttribute("finds") Finds finds,
            Model model) {
        return pages.found(actor, typed, rights, finds, model);
    }

    /** What was not invited stays in the box. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users/invite")
    String send(
            Actor actor,
            @ModelAttribute("typed") InviteFields typed,
            @ModelAttribute("rights") UserFields rights,
            HttpServletResponse response,
            Model model) {
        try {
            var addresses = Addresses.pasted(typed.emails());
            var sent = invitations.send(actor, addresses, rights.form(), typed.note());
            var left = typed.withEmails(Judging.left(sent.roll()));
            return pages.sent(actor, left, rights, sent, model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            response.setStatus(status(refusal).value());
            return pages.show(actor, typed, rights, FieldErrors.of(refusal, rights), model);
        }
    }

    /** The page with a verdict on each address; with `fix` one of them, or all, as they were probably meant. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users/invite/check")
    String check(
            Actor actor,
            @ModelAttribute("typed") InviteFields typed,
            @ModelAttribute("rights") UserFields rights,
            @RequestParam(defaultValue = "") String fix,
            Model model) {
        var mended = fix.isEmpty() ? typed : typed.withEmails(mended(actor, typed, fix));
        return pages.show(actor, mended, rights, Errors.none(), model);
    }

    /** The page with the mail as it would be sent. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users/invite/preview")
    String preview(
            Actor actor,
            @ModelAttribute("typed") InviteFields typed,
            @ModelAttribute("rights") UserFields rights,
            HttpServletResponse response,
            Model model) {
        try {
            var letter = previews.of(actor, Addresses.pasted(typed.emails()), typed.note());
            return pages.preview(actor, typed, rights, letter, model);
        } catch (Refusal.Invalid refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.show(actor, typed, rights, Errors.of(refusal), model);
        }
    }

    private String mended(Actor actor, InviteFields typed, String fix) {
        var addresses = Addresses.pasted(typed.emails());
        var roll = invitations.check(actor, addresses);
        List<Verdict> wanted = roll.verdicts().stream()
                .filter(verdict -> fix.equals(ALL) || fix.equals(Integer.toString(verdict.place())))
                .toList();
        return Judging.mended(addresses, wanted);
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid invalid -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.Beyond beyond -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
    }
}
