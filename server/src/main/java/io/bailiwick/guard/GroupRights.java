package io.bailiwick.guard;

import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.List;
import java.util.UUID;

/**
 * What a group opens and closes.
 *
 * @param mode how default access and rules go together
 * @param defaultAccess what it allows by default
 * @param rules its rules, at most one per area and effect
 */
public record GroupRights(GroupMode mode, Access defaultAccess, List<Rule> rules) {
    public GroupRights {
        rules = List.copyOf(rules);
    }

    /** One rule: on an area, what it allows or denies. */
    public record Rule(UUID area, Access access, Effect effect) {}
}
