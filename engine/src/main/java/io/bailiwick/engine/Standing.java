package io.bailiwick.engine;

import io.bailiwick.model.Action;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.PathSyntax;
import io.bailiwick.model.Role;
import io.bailiwick.model.Scope;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides over a user: status, network, entitlements and scope. Here are the gates, which decisions and explanations
 * both ask. Users who stand alike may share one.
 */
final class Standing {

    private final @Nullable Decision closedByStatus;
    private final AllowList network;
    private final Entitlements entitlements;

    /** INVARIANT: those of the entitlements, here too since each step to another object costs a wait for memory. */
    private final byte[] masks;

    private final Decision allowed;

    private Standing(
            @Nullable Decision closedByStatus, AllowList network, Entitlements entitlements, Decision allowed) {
        this.closedByStatus = closedByStatus;
        this.network = network;
        this.entitlements = entitlements;
        this.masks = entitlements.masks();
        this.allowed = allowed;
    }

    static Standing of(Policy policy, UserDefinition user) {
        return new Standing(
                statusOf(user),
                user.network(),
                policy.entitlements(new EntitlementKey(user.role(), user.permissions(), user.groups())),
                Decision.allowed(Scopes.of(policy, user)));
    }

    static Standing ofNobody(Policy policy) {
        return new Standing(
                Decision.UNKNOWN_USER,
                AllowList.EMPTY,
                policy.entitlements(new EntitlementKey(Role.PARTNER, Set.of(), Set.of())),
                Decision.allowed(Scope.NONE));
    }

    /** Equal for those who stand alike. */
    Object key() {
        return new Key(closedByStatus, network, entitlements, allowed.scope());
    }

    private record Key(@Nullable Decision status, AllowList network, Entitlements entitlements, Scope scope) {}

    /**
     * A request, the network gate asked with a parsed address.
     *
     * @param root the patterns of the application, null if it is unknown; looked up by the caller, so that the path can be
     *     followed while the memory of the user is still being waited for
     */
    Decision decide(@Nullable PathNode root, String method, String path, IpAddress address, @Nullable UUID partner) {
        return byPath(root, method, path, atTheDoor(address), partner);
    }

    /** A request, the network gate asked with an address as text. */
    Decision decide(@Nullable PathNode root, String method, String path, String address, @Nullable UUID partner) {
        return byPath(root, method, path, atTheDoor(address), partner);
    }

    /** A request, the network gate not asked. */
    Decision decide(@Nullable PathNode root, String method, String path, @Nullable UUID partner) {
        return byPath(root, method, path, closedByStatus, partner);
    }

    /** An area and an action, the network gate asked with a parsed address. */
    Decision decide(UUID area, Action action, IpAddress address, @Nullable UUID partner) {
        return byArea(area, action, atTheDoor(address), partner);
    }

    /** An area and an action, the network gate asked with an address as text. */
    Decision decide(UUID area, Action action, String address, @Nullable UUID partner) {
        return byArea(area, action, atTheDoor(address), partner);
    }

    /** An area and an action, the network gate not asked. */
    Decision decide(UUID area, Action action, @Nullable UUID partner) {
        return byArea(area, action, closedByStatus, partner);
    }

    /** INVARIANT: a denial by status or network is known before the path is read, yet counts only after it. */
    private @Nullable Decision atTheDoor(IpAddress address) {
        return closedByStatus != null ? closedByStatus : closedByNetwork(address);
    }

    private @Nullable Decision atTheDoor(String address) {
        return closedByStatus != null ? closedByStatus : closedByNetwork(address);
    }

    private Decision byPath(
            @Nullable PathNode root, String method, String path, @Nullable Decision atTheDoor, @Nullable UUID partner) {
        Route whole = root == null ? null : root.findPlain(path);
        if (whole != null) {
            return judge(whole.area, whole.actionOf(method, whole.length), Decision.NO_ACTION, atTheDoor, partner);
        }
        int scanned = PathSyntax.scan(path);
        if (scanned < 0) {
            return Decision.malformed(PathSyntax.faultOf(scanned));
        }
        Route route = root == null ? null : Policy.find(root, path, scanned);
        if (route == null) {
            Decision closed = root == null ? Decision.UNKNOWN_APPLICATION : Decision.NO_AREA;
            return atTheDoor != null ? atTheDoor : closed;
        }
        Action action = route.actionOf(method, PathSyntax.segmentsOf(scanned));
        return judge(route.area, action, Decision.NO_ACTION, atTheDoor, partner);
    }

    private Decision byArea(UUID area, Action action, @Nullable Decision atTheDoor, @Nullable UUID partner) {
        return judge(entitlements.policy().areaAt(area), action, Decision.UNKNOWN_AREA, atTheDoor, partner);
    }

    /** The gates after the path, in their order. */
    private Decision judge(
            @Nullable Area area,
            @Nullable Action action,
            Decision closedByArea,
            @Nullable Decision atTheDoor,
            @Nullable UUID partner) {
        if (area == null || action == null) {
            return atTheDoor != null ? atTheDoor : closedByArea;
        }
        if (area.isPublic) {
            return allowed;
        }
        if (atTheDoor != null) {
            return atTheDoor;
        }
        Decision answer = Entitlements.judge(masks, area, action, allowed);
        return partner == null || answer != allowed || isInSight(partner) ? answer : area.closedByData;
    }

    @Nullable
    Decision closedByStatus() {
        return closedByStatus;
    }

    @Nullable
    Decision closedByNetwork(IpAddress address) {
        return network.admits(address) ? null : Decision.ADDRESS_NOT_LISTED;
    }

    @Nullable
    Decision closedByNetwork(String address) {
        if (network.admits(address)) {
            return null;
        }
        return IpAddress.isAddress(address) ? Decision.ADDRESS_NOT_LISTED : Decision.UNREADABLE_ADDRESS;
    }

    /** What the data gate asks: the partner exists, is switched on, and is in the scope. */
    boolean isInSight(UUID partner) {
        var known = entitlements.policy().partnerAt(partner);
        return known != null && known.on() && scope().holds(partner, known.reseller());
    }

    Entitlements entitlements() {
        return entitlements;
    }

    AllowList network() {
        return network;
    }

    Scope scope() {
        return allowed.scope();
    }

    private static @Nullable Decision statusOf(UserDefinition user) {
        return switch (user.status()) {
            case INVITED -> Decision.INVITED;
            case DISABLED -> Decision.DISABLED;
            case ACTIVE -> user.passwordChangeDue() ? Decision.PASSWORD_CHANGE_DUE : null;
        };
    }
}
