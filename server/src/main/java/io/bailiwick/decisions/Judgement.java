package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.decisions.UserAccess.GroupName;
import io.bailiwick.engine.GroupDefinition;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.model.AreaGate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which standings may do what was asked about.
 *
 * @param everybody whether the area asks no gate of anybody, not even the status
 * @param partner the partner whose data is concerned, or null
 * @param standings all that were judged, by their ids
 * @param whole those all of whose active users may
 * @param choosing those of whose active users everyone may who was given the data of the partner
 */
record Judgement(
        boolean everybody,
        @Nullable UUID partner,
        Map<UUID, Standing> standings,
        List<Standing> whole,
        List<Standing> choosing) {

    static Judgement of(Panel panel, MayAsked asked, @Nullable UUID partner, List<Standing> all) {
        var whole = new ArrayList<Standing>();
        var choosing = new ArrayList<Standing>();
        for (var standing : all) {
            if (mayAnyone(panel, asked, standing, partner)) {
                whole.add(standing);
            } else if (partner != null && standing.selects() && mayChooser(panel, asked, standing, partner)) {
                choosing.add(standing);
            }
        }
        return new Judgement(
                asked.gate().equals(AreaGate.PUBLIC.word()),
                partner,
                all.stream().collect(Collectors.toMap(Standing::id, Function.identity())),
                whole,
                choosing);
    }

    private static boolean mayAnyone(Panel panel, MayAsked asked, Standing standing, @Nullable UUID partner) {
        var subject = panel.policy().subject(standing.anyone());
        return subject.decide(asked.area(), asked.action(), partner).allowed() && isReachable(panel, asked, standing);
    }

    private static boolean mayChooser(Panel panel, MayAsked asked, Standing standing, UUID partner) {
        var subject = panel.policy().subject(standing.anyoneWith(partner));
        return subject.decide(asked.area(), asked.action(), partner).allowed() && isReachable(panel, asked, standing);
    }

    private static boolean isReachable(Panel panel, MayAsked asked, Standing standing) {
        return panel.policy()
                .area(asked.area())
                .flatMap(area -> AboveResellers.denial(panel, standing.reseller(), area))
                .isEmpty();
    }

    WhoMayStore.Meant meant(AccountId account, @Nullable UUID sight) {
        return new WhoMayStore.Meant(account, sight, ids(whole), ids(choosing), partner);
    }

    /** The ids of those all of whose users may. */
    List<UUID> ids() {
        return ids(whole);
    }

    /** How many users stand where all may, active or not. */
    long users() {
        return whole.stream().mapToLong(Standing::users).sum();
    }

    /** How many users were looked at. */
    private long judged() {
        return standings.values().stream().mapToLong(Standing::users).sum();
    }

    /**
     * Whether a page is found with fewer rows by walking along the names than by gathering. Walking takes as many rows as it
     * needs to meet so many who may; gathering takes a page of each standing, and everyone who was given the partner.
     *
     * @param chosen how many were given the data of the partner
     */
    boolean isQuickerByWalking(long chosen, int limit) {
        var gathered = chosen
                + whole.stream()
                        .mapToLong(each -> Math.min(limit, each.users()))
                        .sum();
        var walked = (double) limit * judged() / Math.max(1, users() + chosen);
        return walked < gathered;
    }

    /** A user as he is answered. */
    MayUser user(Panel panel, Placed placed) {
        var standing = Optional.ofNullable(standings.get(placed.standing())).orElseThrow();
        return new MayUser(
                placed.id().value(),
                placed.name(),
                placed.email(),
                standing.role().word(),
                standing.groups().stream()
                        .map(panel.policy()::group)
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(GroupDefinition::name, String.CASE_INSENSITIVE_ORDER))
                        .map(group -> new GroupName(group.id(), group.name()))
                        .toList(),
                panel.reseller(standing.reseller()));
    }

    private static List<UUID> ids(List<Standing> standings) {
        return standings.stream().map(Standing::id).toList();
    }
}
