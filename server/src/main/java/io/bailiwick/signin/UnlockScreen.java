package io.bailiwick.signin;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Unlocking users, for people. */
@Controller
class UnlockScreen {
    private final Unlocks unlocks;

    UnlockScreen(Unlocks unlocks) {
        this.unlocks = unlocks;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/unlock")
    String unlock(Actor actor, @PathVariable String id, Flash flash) {
        var user = UserId.read(id);
        try {
            flash.done("signin.unlocked", unlocks.unlock(actor, user).name());
        } catch (Refusal.Beyond beyond) {
            flash.failed("signin.refused", beyond.detail());
        }
        return "redirect:/users/" + user;
    }
}
