package io.bailiwick.verification;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Users;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where an administrator has somebody asked again. */
@Controller
class UserVerificationScreen {
    private final Verifications verifications;
    private final Users users;

    UserVerificationScreen(Verifications verifications, Users users) {
        this.verifications = verifications;
        this.users = users;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/verification")
    String send(Actor actor, @PathVariable String id, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            verifications.send(actor, user.id());
            flash.done(verifications.areHeld() ? "verification.sent.held" : "verification.sent", user.email());
        } catch (Refusal.Conflict | Refusal.Beyond | Refusal.TooOften refusal) {
            flash.failed("verification.refused", refusal.detail());
        }
        return "redirect:/users/" + user.id();
    }
}
