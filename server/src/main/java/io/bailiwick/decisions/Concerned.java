package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.decisions.StandingStore.Wanted;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.previews.Proposal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Those to whom the same happens; of those who were given partners one by one, to each with the partners that are his.
     *
     * @param anyone one of them
     * @param users how many they are
     * @param chosen of each partner that the proposal is about to how many it was given in particular; empty when everybody
     *     there is meant, whatever he was given
     */
    record Alike(UserDefinition anyone, long users, Map<UUID, Long> chosen) {
        Alike {
            chosen = Map.copyOf(chosen);
        }

        static Alike all(Standing standing) {
            return new Alike(standing.anyone(), standing.users(), Map.of());
        }

        boolean isChoosing() {
            return !chosen.isEmpty();
        }

        /** To how many of them it happens with this partner's data. */
        long with(UUID partner) {
            return isChoosing() ? chosen.getOrDefault(partner, 0L) : users;
        }
    }

    /**
     * Whom to name.
     *
     * @param alike all who were judged
     * @param standings where those stand who are named
     * @param partners the partners that the proposal is about
     */
    record Those(Map<UUID, Alike> alike, Collection<UUID> standings, Collection<UUID> partners) {}

    /** Whether nothing but sight of data comes of it. */
    static boolean isAboutData(Proposal proposal) {
        return proposal instanceof Proposal.PartnerBecomes || proposal instanceof Proposal.ResellerBecomes;
    }

    /**
     * All that a proposal may concern, by standing.
     *
     * @param partners the partners that it is about
     */
    Map<UUID, Alike> of(AccountId account, Proposal proposal, Collection<UUID> partners, @Nullable UUID sight) {
        return switch (proposal) {
            case Proposal.GroupBecomes becomes -> alike(standings.inGroup(account, becomes.group(), sight));
            case Proposal.GroupGoes goes -> alike(standings.inGroup(account, goes.group(), sight));
            case Proposal.AreaBecomes becomes -> alike(standings.all(account, sight));
            case Proposal.AreaGoes goes -> alike(standings.all(account, sight));
            case Proposal.PartnerBecomes becomes -> seeing(account, partners, sight);
            case Proposal.ResellerBecomes becomes -> seeing(account, partners, sight);
            case Proposal.UserBecomes becomes -> one(account, new UserId(becomes.user()), sight);
            case Proposal.UserGoes goes -> one(account, new UserId(goes.user()), sight);
        };
    }

    /** Those of these standings by name, from behind the place, or from the beginning. */
    List<Placed> users(AccountId account, Proposal proposal, Those those, @Nullable Place after, int limit) {
        var only = switch (proposal) {
            case Proposal.UserBecomes becomes -> becomes.user();
            case Proposal.UserGoes goes -> goes.user();
            case Proposal.GroupBecomes becomes -> null;
            case Proposal.GroupGoes goes -> null;
            case Proposal.AreaBecomes becomes -> null;
            case Proposal.AreaGoes goes -> null;
            case Proposal.PartnerBecomes becomes -> null;
            case Proposal.ResellerBecomes becomes -> null;
        };
        if (only != null) {
            return after != null || those.standings().isEmpty()
                    ? List.of()
                    : standings.user(account, new UserId(only), null).stream().toList();
        }
        var byChoice = those.standings().stream()
                .collect(Collectors.partitioningBy(id -> at(those.alike(), id).isChoosing()));
        var wanted = new Wanted(
                byChoice.getOrDefault(false, List.of()),
                those.partners(),
                byChoice.getOrDefault(true, List.of()),
                false);
        return standings.users(account, wanted, after, limit);
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
        found.forEach(standing -> alike.put(standing.id(), Alike.all(standing)));
        return alike;
    }

    /** Whoever was given all data, and whoever was given that of some of these partners. */
    private Map<UUID, Alike> seeing(AccountId account, Collection<UUID> partners, @Nullable UUID sight) {
        var alike = alike(
                standings.all(account, sight).stream().filter(Standing::seesAll).toList());
        standings.choosing(account, partners, sight).forEach(choosing -> {
            var anyone = choosing.standing().anyoneWith(choosing.chosen().keySet());
            alike.put(
                    choosing.standing().id(),
                    new Alike(anyone, choosing.standing().users(), choosing.chosen()));
        });
        return alike;
    }

    private Map<UUID, Alike> one(AccountId account, UserId user, @Nullable UUID sight) {
        var placed = standings.user(account, user, sight);
        var row = subjects.read(account, user);
        if (placed.isEmpty() || row.isEmpty()) {
            throw new Refusal.NotFound("user");
        }
        return Map.of(placed.get().standing(), new Alike(row.get(), 1, Map.of()));
    }
}
