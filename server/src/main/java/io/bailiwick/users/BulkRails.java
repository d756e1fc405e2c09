package io.bailiwick.users;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guard rails for many users of one actor: what they share is judged once. */
final class BulkRails {
    private final Actor actor;
    private final GuardRails rails;
    private final Guard.Giving giving;
    private final Map<Given, Optional<Refusal>> judged = new HashMap<>();

    BulkRails(Actor actor, GuardRails rails, Guard guard) {
        this.actor = actor;
        this.rails = rails;
        this.giving = guard.giving(actor);
    }

    private record Given(Entitlement before, @Nullable Entitlement after) {}

    /** Why the user cannot be deleted. */
    Optional<Refusal> deletion(User user) {
        if (actor.is(user.id())) {
            return Optional.of(Refusal.Conflict.rail("Nobody deletes themselves: ask another Administrator."));
        }
        return given(new Given(user.entitlement(), null));
    }

    /** Why that cannot be made of the user. */
    Optional<Refusal> change(User user, Draft draft) {
        return refusal(() -> {
                    if (actor.is(user.id())) {
                        rails.leavesOneselfAlone(actor, user, draft);
                    }
                    rails.keepsReseller(actor, user, draft);
                    if (!user.entitlement().equals(draft.entitlement())) {
                        rails.hasGroupIfNeeded(actor, draft);
                    }
                })
                .or(() -> given(new Given(user.entitlement(), draft.entitlement())));
    }

    private Optional<Refusal> given(Given given) {
        return judged.computeIfAbsent(given, each -> refusal(() -> giving.mayGive(each.before(), each.after())));
    }

    private static Optional<Refusal> refusal(Runnable rail) {
        try {
            rail.run();
            return Optional.empty();
        } catch (Refusal.Beyond | Refusal.Conflict refused) {
            return Optional.of(refused);
        }
    }
}
