package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the rules of one group say of the very areas that they name. */
final class OwnRules {
    private final Map<AreaId, Access> allows = new HashMap<>();
    private final Map<AreaId, Access> denies = new HashMap<>();
    private final Set<AreaId> empty = new HashSet<>();

    OwnRules(Group group) {
        for (var rule : group.rules()) {
            of(rule.effect()).put(rule.area(), rule.access());
            if (rule.access().isEmpty()) {
                empty.add(rule.area());
            }
        }
    }

    /** What the rules with that effect say, by area. */
    Map<AreaId, Access> of(Effect effect) {
        return effect == Effect.ALLOW ? allows : denies;
    }

    /** What stands in each cell of the area's row. */
    RowChoices row(AreaId area) {
        return RowChoices.standing(allows.getOrDefault(area, Access.NONE), denies.getOrDefault(area, Access.NONE));
    }

    /** Whether any rule names the area. */
    boolean name(AreaId area) {
        return allows.containsKey(area) || denies.containsKey(area);
    }

    /** Whether a rule names the area that lists no action. */
    boolean isEmpty(AreaId area) {
        return empty.contains(area);
    }
}
