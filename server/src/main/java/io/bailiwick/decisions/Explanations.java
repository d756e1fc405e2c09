package io.bailiwick.decisions;

import io.bailiwick.engine.Explanation;
import io.bailiwick.engine.GateFinding;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Gate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Explains decisions about users in the actor's sight. */
@Service
class Explanations {
    private final Policies policies;
    private final Guard guard;

    Explanations(Policies policies, Guard guard) {
        this.policies = policies;
        this.guard = guard;
    }

    /**
     * What is asked.
     *
     * @param user the user's id or e-mail address
     * @param method the HTTP method
     * @param path the path as on the wire
     * @param address the client's address, or empty: then the network gate is not judged
     * @param partner the key or id of the partner whose data is concerned, or empty
     * @param application the application's key or id; empty for the panel itself
     */
    record Question(String user, String method, String path, String address, String partner, String application) {}

    /** The explanation with the names that a person knows things by. */
    record Answer(Explanation explanation, Panel panel, UUID user) {
        /** The first closed gate, or null when the request is allowed. */
        @Nullable Gate gate() {
            return explanation.decision().gate();
        }

        /** All gates in order. */
        List<GateFinding> gates() {
            return explanation.gates();
        }
    }

    /**
     * Explains.
     *
     * @throws Refusal.Invalid when a question is missing
     * @throws Refusal.NotFound when user, application or partner is not there or not in the actor's sight
     */
    Answer explain(Actor actor, Question question) {
        check(question);
        var policy = EngineGuard.known(() -> policies.current(actor.account()));
        var panel = policy.panel();
        var person = person(actor, policy, question.user()).orElseThrow(() -> new Refusal.NotFound("user"));
        var application = panel.application(question.application().isBlank() ? "cockpit" : question.application().strip())
                .orElseThrow(() -> new Refusal.NotFound("application"));
        var explanation = person.subject()
                .explain(
                        application.id(),
                        question.method().strip(),
                        question.path().strip(),
                        question.address().isBlank() ? null : question.address().strip(),
                        partner(actor, panel, question.partner().strip()));
        return new Answer(explanation, panel, person.row().id());
    }

    private static void check(Question question) {
        var faults = new java.util.ArrayList<Refusal.Invalid.Fault>();
        if (question.user().isBlank()) {
            faults.add(new Refusal.Invalid.Fault("user", "Name a user by e-mail address or id."));
        }
        if (question.method().isBlank()) {
            faults.add(new Refusal.Invalid.Fault("method", "Name a method, such as `GET`."));
        }
        if (question.path().isBlank()) {
            faults.add(new Refusal.Invalid.Fault("path", "Name a path, such as `/users`."));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }

    /** Users of another reseller are not there for somebody with a reseller. */
    private Optional<Person> person(Actor actor, AccountPolicy policy, String idOrEmail) {
        var reseller = guard.reseller(actor);
        return id(idOrEmail)
                .map(UserId::new)
                .or(() -> EngineGuard.known(() -> policies.find(actor.account(), idOrEmail.strip())))
                .flatMap(user -> EngineGuard.known(() -> policy.person(user)))
                .filter(person -> reseller == null || reseller.equals(person.row().reseller()));
    }

    private @Nullable UUID partner(Actor actor, Panel panel, String keyOrId) {
        if (keyOrId.isEmpty()) {
            return null;
        }
        var scope = guard.visible(actor);
        return panel.policy().definition().partners().stream()
                .filter(partner -> partner.key().equals(keyOrId.toLowerCase(Locale.ROOT))
                        || partner.id().toString().equals(keyOrId))
                .filter(partner -> scope.holds(partner.id(), partner.reseller()))
                .map(partner -> partner.id())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("partner"));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
