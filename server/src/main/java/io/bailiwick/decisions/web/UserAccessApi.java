package io.bailiwick.decisions.web;

import io.bailiwick.decisions.UserAccess;
import io.bailiwick.decisions.UserAccesses;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a user may do and see, for scripts. */
@RestController
class UserAccessApi {
    private final UserAccesses accesses;

    UserAccessApi(UserAccesses accesses) {
        this.accesses = accesses;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/{id}/access")
    UserAccess of(Actor actor, @PathVariable String id) {
        return accesses.of(actor, UserId.read(id));
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    @GetMapping("/api/v1/me/access")
    UserAccess ofOneself(Actor actor) {
        return accesses.ofOneself(actor);
    }
}
