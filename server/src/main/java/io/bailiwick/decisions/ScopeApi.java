package io.bailiwick.decisions;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose data a user sees, for back ends to whom the list was too long for a header. */
@RestController
class ScopeApi {
    private final Policies policies;
    private final Guard guard;

    ScopeApi(Policies policies, Guard guard) {
        this.policies = policies;
        this.guard = guard;
    }

    @GetMapping("/api/v1/users/{id}/scope")
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    Explained.Sight scope(Actor actor, @PathVariable String id) {
        var user = UserId.read(id);
        var reseller = guard.reseller(actor);
        var policy = EngineGuard.known(() -> policies.current(actor.account()));
        var person = EngineGuard.known(() -> policy.person(user))
                .filter(found -> reseller == null || reseller.equals(found.row().reseller()))
                .orElseThrow(() -> new Refusal.NotFound("user"));
        return Explained.Sight.of(policy.panel(), person.subject().scope());
    }
}
