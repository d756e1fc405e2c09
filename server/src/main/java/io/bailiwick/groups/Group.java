package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.time.Instant;
import java.util.List;

/**
 * A group.
 *
 * @param name unique in the account, compared without case
 * @param mode how default access and rules go together
 * @param defaultAccess what it allows by default
 * @param rules at most one per area and effect, in the order in which they were written
 * @param version counts its changes
 */
public record Group(
        GroupId id,
        String name,
        GroupMode mode,
        Access defaultAccess,
        List<Rule> rules,
        Instant createdAt,
        long version) {
    public Group {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param access the actions that it allows or denies; none is legal
     */
    public record Rule(AreaId area, Effect effect, Access access) {}

    /** Whether its default access counts: in one mode always, in the other as long as there is no rule. */
    public boolean defaultsCount() {
        return mode == GroupMode.EXCEPTIONS || rules.isEmpty();
    }

    /** What it opens and closes. */
    public GroupRights rights() {
        return new GroupRights(
                mode,
                defaultAccess,
                rules.stream()
                        .map(rule -> new GroupRights.Rule(rule.area().value(), rule.access(), rule.effect()))
                        .toList());
    }
}
