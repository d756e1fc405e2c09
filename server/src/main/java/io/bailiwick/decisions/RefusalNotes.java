package io.bailiwick.decisions;

import io.bailiwick.decisions.Refused.Asked;
import io.bailiwick.decisions.Refused.Source;
import io.bailiwick.decisions.Refused.Who;
import io.bailiwick.engine.Decision;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.guard.RefusalRecord;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import io.bailiwick.signin.SignInRefused;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes note of every refusal: for whoever is to explain it, and in the panel for the audit log. */
@Component
class RefusalNotes implements RefusalRecord {
    private final Policies policies;
    private final DecisionQueue queue;
    private final ApplicationEventPublisher events;

    RefusalNotes(Policies policies, DecisionQueue queue, ApplicationEventPublisher events) {
        this.policies = policies;
        this.queue = queue;
        this.events = events;
    }

    /**
     * A gate of the panel closed.
     *
     * @param subject as he was judged
     * @return what the refused person is told
     */
    Refusal.Denied denied(Actor actor, PanelArea area, Action action, Subject subject, Decision decision) {
        var gate = Objects.requireNonNull(decision.gate());
        var id = Ids.next();
        var policy = policies.current(actor.account());
        var request = PanelRequest.current();
        keep(
                new Seen(id, Source.PANEL, gate, decision.reason()),
                actor,
                policy,
                request.asked(actor.address()),
                () -> request.explained(policy.panel(), subject, area, action, actor.address(), gate));
        events.publishEvent(new AccessRefused(
                id, actor, gate, area.title(), action, request.method(), request.path(), decision.reason()));
        return new Refusal.Denied(gate, said(decision.reason()), id);
    }

    /** As it is said to the person himself. */
    private static String said(String reason) {
        return reason.replaceFirst("^The (?=groups |role |address is not on )", "Your ")
                .replace("the user's allow-list", "your allow-list");
    }

    @Override
    public void refused(Actor actor, Refusal refusal) {
        var id = refusal.decision();
        if (id == null || actor.isServer()) {
            return;
        }
        var policy = policies.current(actor.account());
        var subject = subject(policy, actor);
        var request = PanelRequest.current();
        var gate = refusal instanceof Refusal.Denied denied ? denied.gate() : null;
        keep(
                new Seen(id, gate == null ? Source.RAIL : Source.PANEL, gate, refusal.detail()),
                actor,
                policy,
                request.asked(actor.address()),
                () -> request.explained(policy.panel(), subject, actor.address()));
        events.publishEvent(
                new AccessRefused(id, actor, gate, null, null, request.method(), request.path(), refusal.detail()));
    }

    /** Who was not let in for the address that he came from is told an id; the audit log has heard of it by itself. */
    @EventListener
    void on(SignInRefused refused) {
        if (refused.reason() == SignInRefused.Reason.NETWORK && refused.user() != null) {
            var policy = policies.current(refused.account());
            var subject = policy.person(refused.user()).map(Person::subject).orElseGet(policy.policy()::nobody);
            var request = PanelRequest.current();
            queue.keep(new Refused(
                    refused.id(),
                    Instant.now(),
                    Source.SIGN_IN,
                    refused.account(),
                    new Who(refused.user(), refused.email(), refused.email()),
                    request.asked(refused.address()),
                    policy.revision().number(),
                    Gate.NETWORK,
                    "The address is not on the user's allow-list, so the user was not signed in",
                    () -> Explained.of(
                            policy.panel(),
                            subject.explain(
                                    policy.panel().area(PanelArea.ONESELF), Action.READ, refused.address(), null))));
        }
    }

    /** A proxy was told no about somebody; returns the id to tell it. */
    UUID toldProxy(
            Actor actor,
            AccountPolicy policy,
            Asked asked,
            @Nullable Gate gate,
            String reason,
            Supplier<Explained> then) {
        var id = Ids.next();
        keep(new Seen(id, Source.PROXY, gate, reason), actor, policy, asked, then);
        return id;
    }

    private record Seen(UUID id, Source source, @Nullable Gate gate, String reason) {}

    private void keep(Seen seen, Actor actor, AccountPolicy policy, Asked asked, Supplier<Explained> then) {
        var user = Objects.requireNonNull(actor.user());
        queue.keep(new Refused(
                seen.id(),
                Instant.now(),
                seen.source(),
                actor.account(),
                new Who(user, actor.email(), actor.name()),
                asked,
                policy.revision().number(),
                seen.gate(),
                seen.reason(),
                then));
    }

    private static Subject subject(AccountPolicy policy, Actor actor) {
        return policy.person(Objects.requireNonNull(actor.user()))
                .map(Person::subject)
                .orElseGet(policy.policy()::nobody);
    }
}
