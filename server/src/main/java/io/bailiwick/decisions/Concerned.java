package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.decisions.StandingStore.Wanted;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.guard.Entitlement;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.previews.Proposal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds whom a proposal may concern: each standing once, with how many users stand there; or the users that it is about one
 * by one, those of whom the same is made together.
 */
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
     * @param named who they are, when the proposal is about users one by one; else empty
     */
    record Alike(UserDefinition anyone, long users, Map<UUID, Long> chosen, Set<UUID> named) {
        Alike {
            chosen = Map.copyOf(chosen);
            named = Set.copyOf(named);
        }

        static Alike all(Standing standing) {
            return new Alike(standing.anyone(), standing.users(), Map.of(), Set.of());
        }

        /** These, of whom the same is made. */
        static Alike these(List<UserDefinition> users) {
            var named = users.stream().map(UserDefinition::id).collect(Collectors.toSet());
            return new Alike(users.getFirst(), users.size(), Map.of(), named);
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
     * @param alike all who were judged, by standing, or by one of them
     * @param standings those among them who are named
     * @param partners the partners that the proposal is about
     */
    record Those(Map<UUID, Alike> alike, Collection<UUID> standings, Collection<UUID> partners) {}

    /** Whether nothing but sight of data comes of it. */
    static boolean isAboutData(Proposal proposal) {
        return proposal instanceof Proposal.PartnerBecomes || proposal instanceof Proposal.ResellerBecomes;
    }

    /**
     * All that a proposal may concern, by standing; or by one of them, when it is about users one by one.
     *
     * @param partners the partners that it is about
     */
    Map<UUID, Alike> of(AccountId account, Proposed proposed, Collection<UUID> partners, @Nullable UUID sight) {
        return switch (proposed.proposal()) {
            case Proposal.GroupBecomes becomes -> alike(standings.inGroup(account, becomes.group(), sight));
            case Proposal.GroupGoes goes -> alike(standings.inGroup(account, goes.group(), sight));
            case Proposal.AreaBecomes becomes -> alike(standings.all(account, sight));
            case Proposal.AreaGoes goes -> alike(standings.all(account, sight));
            case Proposal.ApplicationGoes goes -> alike(standings.all(account, sight));
            case Proposal.PartnerBecomes becomes -> seeing(account, partners, sight);
            case Proposal.ResellerBecomes becomes -> seeing(account, partners, sight);
            case Proposal.UserBecomes becomes -> these(account, proposed, Set.of(becomes.user()), sight);
            case Proposal.UsersBecome all ->
                these(account, proposed, all.users().keySet(), sight);
            case Proposal.UsersGo goes -> these(account, proposed, goes.users(), sight);
        };
    }

    /** Those to be named by name, from behind the place, or from the beginning. */
    List<Placed> users(AccountId account, Those those, @Nullable Place after, int limit) {
        var named = new HashMap<UUID, UUID>();
        those.standings().forEach(id -> at(those.alike(), id).named().forEach(user -> named.put(user, id)));
        if (!named.isEmpty()) {
            return standings.named(account, named.keySet(), after, limit).stream()
                    .map(user -> user.at(named.getOrDefault(user.id().value(), user.standing())))
                    .toList();
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
                    new Alike(anyone, choosing.standing().users(), choosing.chosen(), Set.of()));
        });
        return alike;
    }

    /** What decides what a user gains and loses: his rights and whether his status lets him use them, before and after. */
    private record Kind(Entitlement before, boolean wasOpen, Entitlement after, boolean isOpen) {
        static Kind of(UserDefinition user, UserDefinition then) {
            return new Kind(rights(user), Comparison.isOpen(user), rights(then), Comparison.isOpen(then));
        }

        private static Entitlement rights(UserDefinition user) {
            return new Entitlement(user.role(), user.permissions(), user.groups(), user.reseller(), user.data());
        }
    }

    private Map<UUID, Alike> these(AccountId account, Proposed proposed, Collection<UUID> users, @Nullable UUID sight) {
        var kinds = new LinkedHashMap<Kind, List<UserDefinition>>();
        for (var user : subjects.read(account, users, sight)) {
            kinds.computeIfAbsent(Kind.of(user, proposed.then(user)), kind -> new ArrayList<>())
                    .add(user);
        }
        var alike = new LinkedHashMap<UUID, Alike>();
        kinds.values().forEach(same -> alike.put(same.getFirst().id(), Alike.these(same)));
        return alike;
    }
}
