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

    private static final int BY_GROUPS_SHIFT = 4;

    private final Policy policy;
    private final EntitlementKey key;
    private final boolean groupsKnown;

    /** INVARIANT: by index of area; the low four bits are the actions open, the high four those that the groups open. */
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
            int open = isRoleOpen(area) ? byGroups : 0;
            joined[area.index] = (byte) (byGroups << BY_GROUPS_SHIFT | open);
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
        return at != null && isOpen(masks, at, action);
    }

    /**
     * The actions that are open in an area.
     *
     * @param area the id of the area; nothing is open in an unknown one
     */
    public Access allowed(UUID area) {
        var at = policy.areaAt(area);
        return at == null ? Access.NONE : Access.ofMask(masks[at.index]);
    }

    /** What is open in every area of the policy, in its order. */
    public List<AreaAccess> areas() {
        return policy.compiledAreas().stream().map(this::accessTo).toList();
    }

    AreaAccess accessTo(Area area) {
        return new AreaAccess(area.definition, Access.ofMask(masks[area.index]), isRoleOpen(area));
    }

    /** The masks, by index of area; not to be changed. */
    byte[] masks() {
        return masks;
    }

    /** Whether the gates role and groups are open. */
    static boolean isOpen(byte[] masks, Area area, Action action) {
        return (masks[area.index] & action.bit()) != 0;
    }

    /** The denial of the first closed one of the gates role and groups; to be asked only if one is. */
    Decision denial(Area area) {
        return isRoleOpen(area) ? closedByGroups(area) : area.closedToRole;
    }

    /** The denial of the groups gate alone; null when it is open, whatever the role gate is. */
    @Nullable
    Decision closedByGroups(Area area, Action action) {
        boolean open = (masks[area.index] >> BY_GROUPS_SHIFT & action.bit()) != 0;
        return open ? null : closedByGroups(area);
    }

    private Decision closedByGroups(Area area) {
        return groupsKnown ? area.closedByGroups : area.closedByUnknownGroup;
    }

    boolean isRoleOpen(Area area) {
        return area.definition.gate().isOpenTo(key.role(), key.permissions());
    }
}
