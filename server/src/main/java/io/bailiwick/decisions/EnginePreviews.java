package io.bailiwick.decisions;

import io.bailiwick.accounts.Changes;
import io.bailiwick.decisions.Concerned.Alike;
import io.bailiwick.engine.PartnerDefinition;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.Action;
import io.bailiwick.model.DataAccess;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Cursors;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what would come of a proposal by the engine: the policy is built once as it would be, each standing is judged once
 * under both, and users are fetched by SQL, a page at a time.
 *
 * <p>INVARIANT: policy and users are of one revision. The users are read in one snapshot of the database; when somebody
 * wrote between that and the newest policy, both are read again.
 */
@Component
class EnginePreviews implements Previews {
    private static final int TRIES = 10;

    private final Policies policies;
    private final Concerned concerned;
    private final Changes changes;
    private final Guard guard;
    private final Cursors cursors;
    private final TransactionTemplate snapshot;

    EnginePreviews(
            Policies policies,
            Concerned concerned,
            Changes changes,
            Guard guard,
            Cursors cursors,
            PlatformTransactionManager transactions) {
        this.policies = policies;
        this.concerned = concerned;
        this.changes = changes;
        this.guard = guard;
        this.cursors = cursors;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    @Override
    public Effect of(Actor actor, Proposal proposal, PageRequest page) {
        for (int tries = 0; tries < TRIES; tries++) {
            var effect = EngineGuard.known(
                    () -> Objects.requireNonNull(snapshot.execute(status -> tried(actor, proposal, page))));
            if (effect.isPresent()) {
                return effect.get();
            }
        }
        throw new Refusal.Unavailable("The account is being changed at this moment. Try again.");
    }

    private Optional<Effect> tried(Actor actor, Proposal proposal, PageRequest page) {
        var revision = changes.newest(actor.account());
        return policies.newest(actor.account())
                .at(revision)
                .map(now -> effect(actor, revision, Proposed.of(now, proposal), page));
    }

    private Effect effect(Actor actor, Revision revision, Proposed proposed, PageRequest page) {
        var partners = partners(actor, proposed);
        var alike = concerned.of(actor.account(), proposed, partners, guard.reseller(actor));
        var judge = new Judge(new Comparison(proposed), proposed.proposal(), partners);
        var tally = new Tally(judge.comparison().places());
        alike.forEach((standing, those) -> tally.add(standing, those, judge.changes(those)));
        return new Effect(
                revision,
                tally.people(),
                tally.gainers(),
                tally.losers(),
                tally.areas(),
                tally.partners(),
                actor.isServer() || guard.may(actor, PanelArea.USERS, Action.READ)
                        ? pages(actor, revision, proposed.proposal(), alike, judge, tally)
                                .page(page)
                        : null);
    }

    private ChangePages pages(
            Actor actor, Revision revision, Proposal proposal, Map<UUID, Alike> alike, Judge judge, Tally tally) {
        return new ChangePages(
                tally,
                standing -> judge.changes(Concerned.at(alike, standing)),
                (after, limit) -> concerned.users(
                        actor.account(), new Concerned.Those(alike, tally.concerned(), judge.partners()), after, limit),
                cursors,
                actor,
                "preview " + revision + " " + named(proposal));
    }

    /** The same words for the same proposal, on every node: sets are sorted. */
    private static String named(Proposal proposal) {
        if (proposal instanceof Proposal.UsersBecome all) {
            return all.users().values().stream().map(EnginePreviews::named).collect(Collectors.joining("; "));
        }
        return proposal instanceof Proposal.UserBecomes becomes ? named(becomes) : proposal.toString();
    }

    private static String named(Proposal.UserBecomes becomes) {
        var entitlement = becomes.entitlement();
        return Stream.of(
                        becomes.user(),
                        entitlement.role(),
                        new TreeSet<>(entitlement.permissions()),
                        new TreeSet<>(entitlement.groups()),
                        entitlement.reseller(),
                        entitlement.dataAccess() instanceof DataAccess.Selected some
                                ? new TreeSet<>(some.partners())
                                : entitlement.dataAccess().mode(),
                        becomes.status(),
                        becomes.passwordChangeDue(),
                        becomes.network())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /**
     * The partners whose data may come into sight or go out of it, as far as the actor knows of them, by key.
     *
     * <p>INVARIANT: unless the proposal is about users one by one, all of them come into sight or all go out of it for whoever it
     * concerns: those alike are counted by that.
     */
    private List<UUID> partners(Actor actor, Proposed proposed) {
        return switch (proposed.proposal()) {
            case Proposal.PartnerBecomes becomes -> List.of(becomes.partner());
            case Proposal.ResellerBecomes becomes -> ids(proposed, partner -> isTurned(proposed, partner));
            case Proposal.UserBecomes becomes -> seen(actor, proposed);
            case Proposal.UsersBecome all -> seen(actor, proposed);
            case Proposal.UsersGo goes -> seen(actor, proposed);
            case Proposal.GroupBecomes becomes -> List.of();
            case Proposal.GroupGoes goes -> List.of();
            case Proposal.AreaBecomes becomes -> List.of();
            case Proposal.AreaGoes goes -> List.of();
            case Proposal.ApplicationGoes goes -> List.of();
        };
    }

    private List<UUID> seen(Actor actor, Proposed proposed) {
        var visible = guard.visible(actor);
        return ids(proposed, partner -> visible.holds(partner.id(), partner.reseller()));
    }

    private static boolean isTurned(Proposed proposed, PartnerDefinition partner) {
        var then = proposed.then().policy().partner(partner.id());
        return then.isPresent() && then.get().on() != partner.on();
    }

    private static List<UUID> ids(Proposed proposed, Predicate<PartnerDefinition> wanted) {
        return proposed.now().policy().definition().partners().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(PartnerDefinition::key))
                .map(PartnerDefinition::id)
                .toList();
    }

    private record Judge(Comparison comparison, Proposal proposal, List<UUID> partners) {
        Tally.Changes changes(Alike those) {
            return new Tally.Changes(
                    Concerned.isAboutData(proposal) ? List.of() : comparison.areas(those.anyone()),
                    comparison.partners(those.anyone(), partners));
        }
    }
}
