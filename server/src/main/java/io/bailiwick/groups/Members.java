package io.bailiwick.groups;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in a group; answered by whoever owns the membership. */
public interface Members {
    /** How many users of each group the actor sees; a group without any may be absent. */
    Map<GroupId, Long> counts(Actor actor, Collection<GroupId> groups);

    /** The first members that the actor sees, by name. */
    List<Member> first(Actor actor, GroupId group, int limit);

    /** In which other groups the members are that the actor sees, and how many of them in each. */
    Map<GroupId, Long> others(Actor actor, GroupId group);

    /** Whether the user is in the group. */
    boolean isIn(AccountId account, UserId user, GroupId group);

    /** The members' entitlements, whoever sees them, each different one once. */
    Collection<Entitlement> entitlements(AccountId account, GroupId group);

    /**
     * The members, whoever sees them, who are in no other group.
     *
     * @param limit how many of them are named at most
     */
    Alone alone(AccountId account, GroupId group, int limit);

    /**
     * Takes everybody out of a group, in the caller's transaction and under the account's lock. Guard rails have been
     * asked and the change is recorded by the caller.
     *
     * @param to the group they are put into instead, or null
     * @return one item for each user moved, with `groups` before and after
     */
    List<Change.Item> move(Actor actor, GroupId from, @Nullable GroupId to);

    /** One member. */
    record Member(UserId id, String name, String email) {}

    /**
     * Members whose only group it is.
     *
     * @param total how many
     * @param withReseller how many of them have a reseller, and so cannot be without a group
     * @param first the first of them by name
     */
    record Alone(long total, long withReseller, List<Member> first) {
        public Alone {
            first = List.copyOf(first);
        }
    }
}
