package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.decisions.StandingStore.Wanted;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.DataAccess;
import io.bailiwick.previews.Proposal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whom a proposal may concern: each standing once, with how many users stand there, or the one user that it is about. */
@Component
class Concerned {
    private final StandingStore standings;
    private final SubjectStore subjects;

    Concerned(StandingStore standings, SubjectStore subjects) {
        this.standings = standings;
        this.subjects = subjects;
    }

    /**
     * Those to whom the same happens.
     *
     * @param anyone one of them
     * @param users how many they are
     * @param selecting whether only those are meant who selected the partner that the proposal is about
     */
    record Alike(UserDefinition anyone, long users, boolean selecting) {}

    /** All that a proposal may concern, by standing. */
    Map<UUID, Alike> of(AccountId account, Proposal proposal, @Nullable UUID sight) {
        return switch (proposal) {
            case Proposal.GroupBecomes becomes -> alike(standings.inGroup(account, becomes.group(), sight));
            case Proposal.GroupGoes goes -> alike(standings.inGroup(account, goes.group(), sight));
            case Proposal.AreaBecomes becomes -> alike(standings.all(account, sight));
            case Proposal.AreaGoes goes -> alike(standings.all(account, sight));
            case Proposal.PartnerBecomes becomes -> seeing(account, becomes.partner(), sight);
            case Proposal.UserBecomes becomes -> one(account, new UserId(becomes.user()), sight);
        };
    }

    /** Those of these standings by name, from behind the place, or from the beginning. */
    List<Placed> users(
            AccountId account,
            Proposal proposal,
            Map<UUID, Alike> alike,
            Collection<UUID> wanted,
            @Nullable Place after,
            int limit) {
        if (proposal instanceof Proposal.UserBecomes becomes) {
            return after != null || wanted.isEmpty()
                    ? List.of()
                    : standings.user(account, new UserId(becomes.user()), null).stream()
                            .toList();
        }
        var partner = proposal instanceof Proposal.PartnerBecomes becomes ? becomes.partner() : null;
        var bySelection = wanted.stream()
                .collect(Collectors.partitioningBy(id -> at(alike, id).selecting()));
        var all = bySelection.getOrDefault(false, List.of());
        var selecting = bySelection.getOrDefault(true, List.of());
        return standings.users(account, new Wanted(all, partner, selecting), after, limit);
    }

    /** Those who stand there. */
    static Alike at(Map<UUID, Alike> alike, UUID standing) {
        var found = alike.get(standing);
        if (found == null) {
            throw new IllegalStateException("nobody was judged who stands at " + standing);
        }
        return found;
    }

    private static Map<UUID, Alike> alike(List<Standing> found) {
        var alike = new LinkedHashMap<UUID, Alike>();
        found.forEach(standing -> alike.put(standing.id(), new Alike(standing.anyone(), standing.users(), false)));
        return alike;
    }

    /** Whoever was given all data, and whoever was given this partner's. */
    private Map<UUID, Alike> seeing(AccountId account, UUID partner, @Nullable UUID sight) {
        var alike = alike(
                standings.all(account, sight).stream().filter(Standing::seesAll).toList());
        for (var standing : standings.selecting(account, partner, sight)) {
            var anyone = selecting(standing.anyone(), partner);
            alike.put(standing.id(), new Alike(anyone, standing.users(), true));
        }
        return alike;
    }

    private Map<UUID, Alike> one(AccountId account, UserId user, @Nullable UUID sight) {
        var placed = standings.user(account, user, sight);
        var row = subjects.read(account, user);
        if (placed.isEmpty() || row.isEmpty()) {
            throw new Refusal.NotFound("user");
        }
        return Map.of(placed.get().standing(), new Alike(row.get(), 1, false));
    }

    private static UserDefinition selecting(UserDefinition anyone, UUID partner) {
        return new UserDefinition(
                anyone.id(),
                anyone.status(),
                anyone.passwordChangeDue(),
                anyone.role(),
                anyone.permissions(),
                anyone.groups(),
                anyone.reseller(),
                DataAccess.of(Set.of(partner)),
                anyone.network());
    }
}
