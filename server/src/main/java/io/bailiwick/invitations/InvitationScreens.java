package io.bailiwick.invitations;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending one user's invitation again, and withdrawing it. */
@Controller
class InvitationScreens {
    private final Invitations invitations;
    private final Users users;
    private final MessageSource messages;

    InvitationScreens(Invitations invitations, Users users, MessageSource messages) {
        this.invitations = invitations;
        this.users = users;
        this.messages = messages;
    }

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users/{id}/invitation")
    String sendAgain(Actor actor, @PathVariable String id, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            invitations.sendAgain(actor, user.id());
            flash.done("invitations.sent-again", user.email());
        } catch (Refusal.Conflict | Refusal.Beyond refusal) {
            flash.failed("invitations.refused", refusal.detail());
        }
        return "redirect:/users/" + user.id();
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @GetMapping("/users/{id}/invitation/withdraw")
    String askToWithdraw(Actor actor, @PathVariable String id, Model model) {
        var user = users.get(actor, UserId.read(id));
        if (user.status() != UserStatus.INVITED) {
            return "redirect:/users/" + user.id();
        }
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.of(text("ui.nav.directory")),
                        Crumb.of(text("users.title"), "/users"),
                        Crumb.of(user.name(), "/users/" + user.id())));
        model.addAttribute("confirmation", withdrawn(user));
        return Confirmation.VIEW;
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @PostMapping("/users/{id}/invitation/withdraw")
    String withdraw(
            Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable Long version, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            invitations.withdraw(actor, user.id(), version);
            flash.done("invitations.withdrawn", user.email());
            return "redirect:/users";
        } catch (Refusal.Stale stale) {
            flash.warning("users.overtaken", user.name());
            return "redirect:/users/" + user.id() + "/invitation/withdraw";
        } catch (Refusal.Conflict | Refusal.Beyond refusal) {
            flash.failed("invitations.refused", refusal.detail());
            return "redirect:/users/" + user.id();
        }
    }

    private Confirmation withdrawn(User user) {
        var address = "/users/" + user.id();
        return new Confirmation(
                text("invitations.withdraw.title", user.name()),
                text("invitations.withdraw.consequence", user.email()),
                List.of(),
                address + "/invitation/withdraw",
                List.of(new Confirmation.Field("version", Long.toString(user.version()))),
                text("invitations.withdraw.button"),
                address,
                true);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
