package io.bailiwick.engine;

import io.bailiwick.model.Action;
import io.bailiwick.model.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * What one group says about an action in an area.
 *
 * @param group the group
 * @param allowedByDefault whether its default access counts and holds the action
 * @param allowing its allow rules that cover the area and hold the action
 * @param denying its deny rules that cover the area and hold the action
 */
public record GroupFinding(
        GroupDefinition group, boolean allowedByDefault, List<RuleFinding> allowing, List<RuleFinding> denying) {

    /**
     * A rule that says something about an area.
     *
     * @param rule the rule
     * @param area the area that it names
     * @param own whether that is the area in question; otherwise it covers it from above
     */
    public record RuleFinding(RuleDefinition rule, AreaDefinition area, boolean own) {}

    /** A finding. */
    public GroupFinding {
        allowing = List.copyOf(allowing);
        denying = List.copyOf(denying);
    }

    static GroupFinding of(Policy policy, Group group, Area area, Action action) {
        boolean byDefault =
                group.countsDefault() && group.definition.defaultAccess().contains(action);
        return new GroupFinding(
                group.definition,
                byDefault,
                rules(policy, group, area, action, Effect.ALLOW),
                rules(policy, group, area, action, Effect.DENY));
    }

    private static List<RuleFinding> rules(Policy policy, Group group, Area area, Action action, Effect effect) {
        var found = new ArrayList<RuleFinding>();
        for (var rule : group.definition.rules()) {
            var named = policy.areaAt(rule.area());
            if (named != null
                    && rule.effect() == effect
                    && rule.access().contains(action)
                    && policy.covers(rule, area)) {
                found.add(new RuleFinding(rule, named.definition, named == area));
            }
        }
        return found;
    }

    /** Whether it allows the action, whatever it denies. */
    public boolean allows() {
        return allowedByDefault || !allowing.isEmpty();
    }

    /** Whether it denies the action, which beats what any group allows. */
    public boolean denies() {
        return !denying.isEmpty();
    }
}
