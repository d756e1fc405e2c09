package io.bailiwick.mail;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of outgoing mail: the list, one mail, sending it again. */
@Controller
class MailScreens {
    private final Mails mails;
    private final Postman postman;
    private final Guard guard;

    MailScreens(Mails mails, Postman postman, Guard guard) {
        this.mails = mails;
        this.postman = postman;
        this.guard = guard;
    }

    @GetMapping("/mail")
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String kind,
            PageRequest request) {
        var filter = new MailFilter(q, state.isEmpty() ? null : MailState.of(state), kind, null);
        var page = mails.list(actor, filter, request);
        model.addAttribute("page", page);
        model.addAttribute("view", new MailView(q, state, kind));
        model.addAttribute("next", new MailView(q, state, kind).address(page.next()));
        model.addAttribute("open", mails.count(actor, MailState.WAITING));
        model.addAttribute("failed", mails.count(actor, MailState.FAILED));
        model.addAttribute("leaves", postman.isEmployed());
        return "mail/list";
    }

    @GetMapping("/mail/{mail}")
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.READ)
    String show(Actor actor, Model model, HttpServletResponse response, @PathVariable String mail) {
        var opened = mails.get(actor, MailId.read(mail));
        Preview.allowFrame(response);
        model.addAttribute("opened", opened);
        model.addAttribute("text", mails.draw(actor.account(), opened.letter()).text());
        model.addAttribute("maySend", guard.may(actor, PanelArea.OUTGOING_MAIL, Action.UPDATE));
        return "mail/mail";
    }

    @PostMapping("/mail/{mail}/resend")
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.UPDATE)
    String resend(Actor actor, Flash flash, @PathVariable String mail) {
        var id = MailId.read(mail);
        try {
            mails.resend(actor, id, null);
            flash.done("mail.sent-again");
        } catch (Refusal.Conflict refused) {
            flash.failed("mail.sent-again.refused");
        }
        return "redirect:/mail/" + id;
    }
}
