package io.bailiwick.signin;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import java.util.UUID;
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
        unlocks.unlock(actor, id(id));
    }

    /** A path names a user or nothing: what is no id names nobody. */
    static UserId id(String text) {
        try {
            return new UserId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound("user");
        }
    }
}
