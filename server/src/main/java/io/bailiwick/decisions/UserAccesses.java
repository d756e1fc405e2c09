package io.bailiwick.decisions;

import io.bailiwick.decisions.UserAccess.Cause;
import io.bailiwick.engine.AreaAccess;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.GateFinding;
import io.bailiwick.engine.GroupFinding;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells what users may do and see, as decisions would judge them now. */
@Service
public class UserAccesses {
    private final Policies policies;
    private final Explanations explanations;
    private final Guard guard;

    UserAccesses(Policies policies, Explanations explanations, Guard guard) {
        this.policies = policies;
        this.explanations = explanations;
        this.guard = guard;
    }

    /**
     * Everything that a user may do and see.
     *
     * @throws Refusal.NotFound when there is none, or none in the actor's sight
     */
    public UserAccess of(Actor actor, UserId user) {
        var reseller = guard.reseller(actor);
        return of(actor, user, reseller);
    }

    /** The same of oneself. */
    public UserAccess ofOneself(Actor actor) {
        var user = actor.user();
        if (user == null) {
            throw new Refusal.NotFound("user");
        }
        return of(actor, user, null);
    }

    /**
     * The user whom somebody names by id or e-mail address.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public UserId named(Actor actor, String idOrEmail) {
        return explanations.user(actor, idOrEmail);
    }

    private UserAccess of(Actor actor, UserId user, @Nullable UUID sight) {
        return EngineGuard.known(() -> {
            var policy = policies.current(actor.account());
            var person = policy.person(user)
                    .filter(found -> sight == null || sight.equals(found.row().reseller()))
                    .orElseThrow(() -> new Refusal.NotFound("user"));
            return access(policy.panel(), person);
        });
    }

    private static UserAccess access(Panel panel, Person person) {
        var active = panel.policy().subject(person.row().whenActive());
        var areas = active.effectiveAccess().areas().stream()
                .sorted(Comparator.comparing(AreaAccess::area, panel.order()))
                .map(each -> line(panel, person, active, each))
                .toList();
        return new UserAccess(
                person.row().id(),
                closed(panel, person),
                person.row().network().texts(),
                Explained.Sight.of(panel, active.scope()),
                areas);
    }

    private static UserAccess.AreaLine line(Panel panel, Person person, Subject active, AreaAccess access) {
        var area = access.area();
        var above = AboveResellers.denial(panel, person.row().reseller(), area).orElse(null);
        var open = above == null ? access.allowed() : Access.NONE;
        var closed = Access.ALL.minus(open).actions().stream()
                .map(action -> above == null
                        ? closed(active, access, action)
                        : new UserAccess.ClosedAction(
                                action.word(), Gate.ROLE.word(), Cause.RESELLER.word(), above.reason(), List.of()))
                .toList();
        return new UserAccess.AreaLine(
                area.id(),
                panel.applicationOf(area),
                panel.name(area.application()),
                area.name(),
                area.gate().word(),
                paths(area),
                open.words(),
                closed);
    }

    /** The very finding of an explanation, without an address or a partner. */
    private static UserAccess.ClosedAction closed(Subject active, AreaAccess access, Action action) {
        var gate = access.gateThatCloses(action).orElseThrow();
        var explanation = active.explain(access.area().id(), action, null, null);
        var denying = gate == Gate.ROLE
                ? List.<UserAccess.GroupName>of()
                : explanation.groups().stream()
                        .filter(GroupFinding::denies)
                        .map(finding -> new UserAccess.GroupName(
                                finding.group().id(), finding.group().name()))
                        .toList();
        var cause = gate == Gate.ROLE ? Cause.ROLE : denying.isEmpty() ? Cause.NOT_ALLOWED : Cause.DENIED;
        return new UserAccess.ClosedAction(
                action.word(), gate.word(), cause.word(), explanation.gate(gate).detail(), denying);
    }

    private static UserAccess.@Nullable Closed closed(Panel panel, Person person) {
        var finding = person.subject()
                .explain(panel.area(PanelArea.ONESELF), Action.READ, null, null)
                .gate(Gate.STATUS);
        return finding.state() == GateFinding.State.CLOSED
                ? new UserAccess.Closed(Gate.STATUS.word(), finding.detail())
                : null;
    }

    private static List<String> paths(AreaDefinition area) {
        return area.patterns().stream().map(each -> each.pattern().text()).toList();
    }
}
