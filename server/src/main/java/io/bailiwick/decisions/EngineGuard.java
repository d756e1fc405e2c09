package io.bailiwick.decisions;

import io.bailiwick.engine.Decision;
import io.bailiwick.engine.Subject;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.Gate;
import io.bailiwick.model.Scope;
import io.bailiwick.model.UserStatus;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Answers the guard's questions by the engine. What cannot be known is refused. */
@Component
class EngineGuard implements Guard {
    /** An address that can be read; with an empty list it does not matter which. */
    private static final String ANYWHERE = "127.0.0.1";

    private final Policies policies;
    private final RefusalNotes notes;
    private final DecisionCounts.ByGate counts;

    EngineGuard(Policies policies, RefusalNotes notes, DecisionCounts counts) {
        this.policies = policies;
        this.notes = notes;
        this.counts = counts.panel();
    }

    @Override
    public void require(Actor actor, PanelArea area, Action action) {
        if (!actor.isServer()) {
            pass(actor, area, action, false);
        }
    }

    @Override
    public void requireEvenWhenPasswordIsDue(Actor actor, PanelArea area, Action action) {
        if (!actor.isServer()) {
            pass(actor, area, action, true);
        }
    }

    @Override
    public void atLeast(Actor actor, Revision revision) {
        known(() -> policies.atLeast(actor.account(), revision));
    }

    @Override
    public boolean may(Actor actor, PanelArea area, Action action) {
        return actor.isServer() || known(() -> decide(actor, area, action)).allowed();
    }

    @Override
    public boolean mayFromAnywhere(Actor actor, PanelArea area, Action action) {
        return actor.isServer()
                || known(() -> decideFromAnywhere(actor, area, action)).allowed();
    }

    @Override
    public Scope visible(Actor actor) {
        return actor.isServer()
                ? Scope.ALL
                : known(() ->
                        person(actor).map(person -> person.subject().scope()).orElse(Scope.NONE));
    }

    @Override
    public @Nullable UUID reseller(Actor actor) {
        return actor.isServer()
                ? null
                : known(() -> Optional.ofNullable(signedIn(actor).row().reseller()))
                        .orElse(null);
    }

    @Override
    public boolean isUnrestricted(Actor actor) {
        return actor.isServer()
                || known(() -> person(actor)
                        .filter(EngineGuard::isActive)
                        .map(person -> person.subject().isUnrestricted())
                        .orElse(false));
    }

    @Override
    public void mayGive(Actor actor, @Nullable Entitlement before, @Nullable Entitlement after) {
        giving(actor).mayGive(before, after);
    }

    @Override
    public Giving giving(Actor actor) {
        if (actor.isServer()) {
            return (before, after) -> {};
        }
        var policy = known(() -> policies.newest(actor.account()));
        var rules = new GivingRules(policy.panel(), signedIn(actor));
        return (before, after) -> rules.mayGive(before, after);
    }

    @Override
    public void mayGive(Actor actor, @Nullable GroupRights before, GroupRights after) {
        if (!actor.isServer()) {
            var policy = known(() -> policies.newest(actor.account()));
            new GivingRules(policy.panel(), signedIn(actor)).mayGive(before, after);
        }
    }

    @Override
    public Predicate<UUID> areas(Actor actor) {
        return actor.isServer()
                ? area -> true
                : known(() -> AreaSight.of(policies.newest(actor.account()).panel(), signedIn(actor)));
    }

    @Override
    public Revision revision(Actor actor) {
        return known(() -> policies.current(actor.account())).revision();
    }

    private void pass(Actor actor, PanelArea area, Action action, boolean evenWhenDue) {
        var decision = known(() -> evenWhenDue ? decideWithoutDue(actor, area, action) : decide(actor, area, action));
        if (decision.allowed()) {
            counts.allowed();
        } else {
            counts.denied(decision.gate());
            var subject = known(() -> subject(actor, evenWhenDue));
            throw known(() -> notes.denied(actor, area, action, subject, decision));
        }
    }

    private Subject subject(Actor actor, boolean evenWhenDue) {
        var policy = policies.current(actor.account()).policy();
        return person(actor)
                .map(person -> evenWhenDue
                        ? policy.subject(withoutDue(person.row(), person.row().network()))
                        : person.subject())
                .orElseGet(policy::nobody);
    }

    private Decision decide(Actor actor, PanelArea area, Action action) {
        var policy = policies.current(actor.account());
        var id = policy.panel().area(area);
        return person(actor)
                .map(person -> AboveResellers.decided(
                        area, person, person.subject().decide(id, action, actor.address(), null)))
                .orElseGet(() -> policy.policy().nobody().decide(id, action, actor.address(), null));
    }

    private Decision decideWithoutDue(Actor actor, PanelArea area, Action action) {
        var policy = policies.current(actor.account());
        var id = policy.panel().area(area);
        return person(actor)
                .map(person -> policy.policy()
                        .subject(withoutDue(person.row(), person.row().network()))
                        .decide(id, action, actor.address(), null))
                .orElseGet(() -> policy.policy().nobody().decide(id, action, actor.address(), null));
    }

    private Decision decideFromAnywhere(Actor actor, PanelArea area, Action action) {
        var policy = policies.current(actor.account());
        var id = policy.panel().area(area);
        return person(actor)
                .map(person -> policy.policy().subject(withoutDue(person.row(), AllowList.EMPTY)))
                .orElseGet(() -> policy.policy().nobody())
                .decide(id, action, ANYWHERE, null);
    }

    private static UserDefinition withoutDue(UserDefinition user, AllowList network) {
        return new UserDefinition(
                user.id(),
                user.status(),
                false,
                user.role(),
                user.permissions(),
                user.groups(),
                user.reseller(),
                user.data(),
                network);
    }

    private Person signedIn(Actor actor) {
        return known(() -> person(actor))
                .filter(EngineGuard::isActive)
                .orElseThrow(() -> new Refusal.Denied(Gate.STATUS, "You are no user here any more.", null));
    }

    private static boolean isActive(Person person) {
        return person.row().status() == UserStatus.ACTIVE;
    }

    private Optional<Person> person(Actor actor) {
        return policies.current(actor.account()).person(user(actor));
    }

    private static UserId user(Actor actor) {
        var user = actor.user();
        if (user == null) {
            throw new IllegalArgumentException("the server itself is no user");
        }
        return user;
    }

    /** Never an allowance because the database is away. */
    static <T> T known(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException away) {
            throw new Refusal.Unavailable(
                    "The database does not answer, so nothing can be decided. Try again shortly.");
        }
    }

    /** What an entitlement comes to, for comparison: as of an active user from anywhere. */
    static UserDefinition user(Entitlement entitlement) {
        return new UserDefinition(
                new UUID(0, 0),
                UserStatus.ACTIVE,
                false,
                entitlement.role(),
                entitlement.permissions(),
                entitlement.groups(),
                entitlement.reseller(),
                entitlement.dataAccess(),
                AllowList.EMPTY);
    }
}
