package io.bailiwick.decisions;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Gate;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as scripts and pages are told of it.
 *
 * @param source who refused: `panel`, `rail` (a guard rail on administration), `sign-in` or `proxy`
 * @param user who was refused, by the names of the time
 * @param application the key of the application
 * @param path as on the wire, without its query
 * @param partner the key of the partner concerned, or null
 * @param revision the policy's revision by which it was judged
 * @param gate the gate that closed; null when something else stood against it
 * @param then every gate as it stood
 * @param now every gate as it stands; null when the user is gone
 */
public record DecisionAnswer(
        UUID id,
        Instant at,
        @OneOf(Refused.Source.class) String source,
        Who user,
        String application,
        String method,
        String path,
        String address,
        @Nullable String partner,
        long revision,
        @OneOf(Gate.class) @Nullable String gate,
        String reason,
        Explained then,
        @Nullable Explained now) {

    /** A user. */
    public record Who(UUID id, String email, String name) {}

    static DecisionAnswer of(Decisions.Reviewed reviewed) {
        var refused = reviewed.refused();
        var who = refused.who();
        var asked = refused.asked();
        var gate = refused.gate();
        return new DecisionAnswer(
                refused.id(),
                refused.at(),
                refused.source().word(),
                new Who(who.user().value(), who.email(), who.name()),
                asked.application(),
                asked.method(),
                asked.path(),
                asked.address(),
                asked.partner(),
                refused.revision(),
                gate == null ? null : gate.word(),
                refused.reason(),
                refused.then().get(),
                reviewed.now());
    }
}
