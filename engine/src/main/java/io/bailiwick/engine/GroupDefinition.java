package io.bailiwick.engine;

import io.bailiwick.model.Access;
import io.bailiwick.model.GroupMode;
import java.util.List;
import java.util.UUID;

/**
 * A group.
 *
 * @param id its id
 * @param name its name
 * @param mode how default access and rules go together
 * @param defaultAccess what it allows everywhere, as far as the mode lets it
 * @param rules its rules, in any order
 */
public record GroupDefinition(UUID id, String name, GroupMode mode, Access defaultAccess, List<RuleDefinition> rules) {

    /** A group. */
    public GroupDefinition {
        rules = List.copyOf(rules);
    }
}
