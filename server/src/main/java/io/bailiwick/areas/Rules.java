package io.bailiwick.areas;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What the module above knows of the rules that name areas; groups answer it. */
public interface Rules {
    /**
     * One group's rules on one area.
     *
     * @param area the area
     * @param group the group's id
     * @param name the group's name
     * @param rules how many of its rules name the area
     * @param last whether these are all the rules that the group has, so that without them its default access counts
     */
    record Naming(AreaId area, UUID group, String name, int rules, boolean last) {}

    /** Which groups name any of these areas, in order of the groups' names; read under the caller's lock. */
    List<Naming> naming(AccountId account, Collection<AreaId> areas);

    /**
     * Takes away the rules that name these areas, in the caller's transaction and under its lock.
     *
     * @return what became of each group, for the caller's own change
     */
    List<Change.Item> drop(Actor actor, Collection<AreaId> areas);
}
