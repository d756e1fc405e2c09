package io.bailiwick.signin;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Unlocking users, for scripts. */
@RestController
class UnlockApi {
    private final Unlocks unlocks;

    UnlockApi(Unlocks unlocks) {
        this.unlocks = unlocks;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/api/v1/users/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(Actor actor, @PathVariable String id) {
        unlocks.unlock(actor, UserId.read(id));
    }
}
