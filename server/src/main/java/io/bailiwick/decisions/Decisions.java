package io.bailiwick.decisions;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Refusals as they were made, beside how the same would be decided now. */
@Service
class Decisions {
    private final DecisionQueue kept;
    private final Policies policies;
    private final Guard guard;

    Decisions(DecisionQueue kept, Policies policies, Guard guard) {
        this.kept = kept;
        this.policies = policies;
        this.guard = guard;
    }

    /**
     * A refusal, then and now.
     *
     * @param now how it would be decided now; null when the user is gone
     */
    record Reviewed(Refused refused, @Nullable Explained now) {}

    /**
     * The refusal with that id.
     *
     * @throws Refusal.NotFound when it is not kept, or not any more, or is not in the actor's sight
     */
    Reviewed get(Actor actor, UUID id) {
        var policy = EngineGuard.known(() -> policies.current(actor.account()));
        var refused = EngineGuard.known(() -> kept.find(actor.account(), id))
                .orElseThrow(() -> new Refusal.NotFound("decision"));
        var person = EngineGuard.known(() -> policy.person(refused.who().user()));
        var reseller = guard.reseller(actor);
        if (reseller != null
                && person.filter(found -> reseller.equals(found.row().reseller()))
                        .isEmpty()) {
            throw new Refusal.NotFound("decision");
        }
        return new Reviewed(
                refused,
                person.map(found -> now(policy.panel(), found, refused)).orElse(null));
    }

    private static Explained now(Panel panel, Person person, Refused refused) {
        var asked = refused.asked();
        var application = panel.application(asked.application())
                .map(ApplicationDefinition::id)
                .orElse(Panel.NOWHERE);
        var explanation = person.subject().explain(application, asked.method(), asked.path(), asked.address(), null);
        return Explained.of(panel, AboveResellers.explained(panel, person.subject(), explanation));
    }
}
