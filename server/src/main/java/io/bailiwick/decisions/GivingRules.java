package io.bailiwick.decisions;

import io.bailiwick.engine.AreaActions;
import io.bailiwick.engine.Difference;
import io.bailiwick.engine.Excess;
import io.bailiwick.engine.Policy;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Access;
import io.bailiwick.model.Permission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The guard rails "no one gives what they lack", "no one takes over what exceeds them" and the one on groups by limited
 * administrators, judged by effective access. An unrestricted Administrator may give anything. Areas out of the actor's sight
 * are counted and not named.
 */
final class GivingRules {
    /** So many areas are named in a refusal; more would help nobody. */
    private static final int NAMED = 5;

    private final Policy policy;
    private final Subject actor;
    private final Set<Permission> held;
    private final AreaSight sight;

    /** @param person the actor, compiled under the panel's policy */
    GivingRules(Panel panel, Person person) {
        this.policy = panel.policy();
        this.actor = person.subject();
        this.sight = AreaSight.of(panel, person);
        this.held = Permission.effective(person.row().role(), person.row().permissions());
    }

    void mayGive(@Nullable Entitlement before, @Nullable Entitlement after) {
        if (actor.isUnrestricted()) {
            return;
        }
        if (before != null) {
            within(before, "This user may do more than you: ");
        }
        if (after != null) {
            within(after, "That reaches beyond your own rights: ");
            holds(before == null ? Set.of() : before.permissions(), after);
        }
    }

    void mayGive(@Nullable GroupRights before, GroupRights after) {
        if (actor.isUnrestricted()) {
            return;
        }
        var group = Ids.next();
        var beyond = new ArrayList<AreaActions>();
        for (var opened : Difference.openedByGroup(
                Proposed.policy(policy, group, before), Proposed.policy(policy, group, after), group)) {
            var lacking = opened.actions().actions().stream()
                    .filter(action -> !actor.entitlements().allows(opened.area().id(), action))
                    .toList();
            if (!lacking.isEmpty()) {
                beyond.add(new AreaActions(opened.area(), Access.of(lacking)));
            }
        }
        if (!beyond.isEmpty()) {
            throw new Refusal.Beyond("This opens what is not open to you: " + named(beyond) + ".");
        }
    }

    private void within(Entitlement entitlement, String what) {
        var excess = Excess.of(actor, policy.subject(EngineGuard.user(entitlement)));
        if (!excess.isEmpty()) {
            throw new Refusal.Beyond(what + (excess.areas().isEmpty() ? "" : named(excess.areas()))
                    + (excess.areas().isEmpty() || !excess.data() ? "" : "; ")
                    + (excess.data() ? "data of partners that you do not see" : "") + ".");
        }
    }

    /** A permission counts even while no area asks for it: one may come tomorrow. */
    private void holds(Set<Permission> before, Entitlement after) {
        var lacking = EnumSet.noneOf(Permission.class);
        lacking.addAll(Permission.effective(after.role(), after.permissions()));
        lacking.removeAll(before);
        lacking.removeAll(held);
        if (!lacking.isEmpty()) {
            throw new Refusal.Beyond("You do not have the permission yourself that you would give: "
                    + lacking.stream()
                            .map(permission -> "`" + permission.word() + "`")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private String named(List<AreaActions> beyond) {
        var seen = beyond.stream().filter(area -> sight.test(area.area().id())).toList();
        var names = seen.stream()
                .limit(NAMED)
                .map(area -> String.join(", ", area.actions().words()) + " on `"
                        + area.area().name() + "`")
                .collect(Collectors.joining("; "));
        var more = seen.size() > NAMED ? " and " + (seen.size() - NAMED) + " more areas" : "";
        return names + more + unnamed(beyond.size() - seen.size(), seen.isEmpty() ? "" : ", and ");
    }

    private static String unnamed(int areas, String joint) {
        return switch (areas) {
            case 0 -> "";
            case 1 -> joint + "on an area that you do not see";
            default -> joint + "on " + areas + " areas that you do not see";
        };
    }
}
