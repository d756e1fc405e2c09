package io.bailiwick.engine;

import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a role, its permissions and groups allow under one policy: one mask for each area. Status, network and data are
 * not part of it. Made by {@link Policy#entitlements}.
 */
public final class Entitlements {

    private static final int ROLE_OPEN = 1 << 4;
    private static final int UNKNOWN_GROUP = 1 << 5;

    private final Policy policy;
    private final EntitlementKey key;
    private final boolean groupsKnown;

    /**
     * INVARIANT: by index of area; the low four bits are the actions that the groups open, the next one says whether the
     * role gate is open, and the one after it whether a group is unknown. So a mask alone tells what denies.
     */
    private final byte[] masks;

    Entitlements(Policy policy, EntitlementKey key) {
        this.policy = policy;
        this.key = key;
        var groups = new ArrayList<Group>();
        for (var id : key.groups()) {
            var group = policy.groupAt(id);
            if (group != null) {
                groups.add(group);
            }
        }
        this.groupsKnown = groups.size() == key.groups().size();
        this.masks = masksOf(groups);
    }

    private byte[] masksOf(List<Group> groups) {
        var areas = policy.compiledAreas();
        var joined = new byte[areas.size()];
        groups.forEach(group -> group.joinTo(joined));
        for (var area : areas) {
            int byGroups = joined[area.index] & ~(joined[area.index] >> 4) & 15;
            if (area.isPublic || area.isPersonal) {
                byGroups = 15;
            } else if (!groupsKnown) {
                byGroups = 0;
            } else if (key.groups().isEmpty()) {
                byGroups = 15;
            }
            int byRole = area.definition.gate().isOpenTo(key.role(), key.permissions()) ? ROLE_OPEN : 0;
            joined[area.index] = (byte) (byGroups | byRole | (groupsKnown ? 0 : UNKNOWN_GROUP));
        }
        return joined;
    }

    /** The policy that it was compiled under. */
    public Policy policy() {
        return policy;
    }

    /** What it was compiled from. */
    public EntitlementKey key() {
        return key;
    }

    /** The groups that do not exist; as long as there is one, the groups gate is closed everywhere. */
    public Set<UUID> unknownGroups() {
        return groupsKnown
                ? Set.of()
                : key.groups().stream().filter(id -> policy.groupAt(id) == null).collect(Collectors.toSet());
    }

    /**
     * Whether the role and groups gates are open.
     *
     * @param area the id of the area; an unknown one is closed
     * @param action the action
     */
    public boolean allows(UUID area, Action action) {
        var at = policy.areaAt(area);
        return at != null && allowed(at).contains(action);
    }

    /**
     * The actions that are open in an area.
     *
     * @param area the id of the area; nothing is open in an unknown one
     */
    public Access allowed(UUID area) {
        var at = policy.areaAt(area);
        return at == null ? Access.NONE : allowed(at);
    }

    /** What is open in every area of the policy, in its order. */
    public List<AreaAccess> areas() {
        return policy.compiledAreas().stream().map(this::accessTo).toList();
    }

    AreaAccess accessTo(Area area) {
        return new AreaAccess(area.definition, allowed(area), isRoleOpen(area));
    }

    private Access allowed(Area area) {
        return isRoleOpen(area) ? Access.ofMask(masks[area.index]) : Access.NONE;
    }

    /** The masks, by index of area; not to be changed. */
    byte[] masks() {
        return masks;
    }

    /**
     * The answer of the gates role and groups: what is given for allowed, or the denial of the first closed one.
     *
     * <p>Both answers of the groups are at hand before the mask is asked, so that one is picked without a branch: nobody
     * can guess it, and the mask is what comes last from memory.
     */
    static Decision judge(byte[] masks, Area area, Action action, Decision allowed) {
        int mask = masks[area.index];
        if ((mask & ROLE_OPEN) == 0) {
            return area.closedToRole;
        }
        Decision denied = (mask & UNKNOWN_GROUP) == 0 ? area.closedByGroups : area.closedByUnknownGroup;
        return (mask & action.bit()) != 0 ? allowed : denied;
    }

    /** The denial of the groups gate alone; null when it is open, whatever the role gate is. */
    @Nullable
    Decision closedByGroups(Area area, Action action) {
        if ((masks[area.index] & action.bit()) != 0) {
            return null;
        }
        return groupsKnown ? area.closedByGroups : area.closedByUnknownGroup;
    }

    boolean isRoleOpen(Area area) {
        return (masks[area.index] & ROLE_OPEN) != 0;
    }
}
