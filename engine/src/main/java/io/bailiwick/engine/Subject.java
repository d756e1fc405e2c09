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
 * A user under one policy: who decides is asked here. Immutable and thread-safe; made by {@link Policy#subject}.
 *
 * <p>Nothing that comes from a request makes a decision throw: what cannot be read is a denial with its reason. The gates
 * are asked in the order of {@link io.bailiwick.model.Gate}, and the first closed one is the reason given. In a
 * {@code public} area no gate but the path is asked; in a {@code personal} one role and groups are not.
 *
 * <p>Forms of {@code decide} without an address leave out the network gate: for questions that come from nowhere.
 */
public final class Subject {

    /** INVARIANT: the id's halves stand here, so that finding a user in a table takes no step to another object. */
    private final long idHigh;

    private final long idLow;
    private final Policy policy;
    private final @Nullable UserDefinition user;
    private final Entitlements entitlements;
    private final AllowList network;
    private final Decision allowed;
    private final @Nullable Decision closedByStatus;

    Subject(Policy policy, UserDefinition user) {
        this.idHigh = user.id().getMostSignificantBits();
        this.idLow = user.id().getLeastSignificantBits();
        this.policy = policy;
        this.user = user;
        this.entitlements = policy.entitlements(new EntitlementKey(user.role(), user.permissions(), user.groups()));
        this.network = user.network();
        this.allowed = Decision.allowed(Scopes.of(policy, user));
        this.closedByStatus = statusOf(user);
    }

    /** Nobody. */
    Subject(Policy policy) {
        this.idHigh = 0;
        this.idLow = 0;
        this.policy = policy;
        this.user = null;
        this.entitlements = policy.entitlements(new EntitlementKey(Role.PARTNER, Set.of(), Set.of()));
        this.network = AllowList.EMPTY;
        this.allowed = Decision.allowed(Scope.NONE);
        this.closedByStatus = Decision.UNKNOWN_USER;
    }

    /**
     * Decides over a request.
     *
     * @param application the id of the application
     * @param method the HTTP method
     * @param path the path as it stood on the wire
     * @param address the client's address
     * @param partner the id of the partner whose data is concerned; null when it is nobody's, or a collection
     */
    public Decision decide(UUID application, String method, String path, IpAddress address, @Nullable UUID partner) {
        return byPath(application, method, path, closedByNetwork(address), partner);
    }

    /** Decides over a request whose client's address is still text. */
    public Decision decide(UUID application, String method, String path, String address, @Nullable UUID partner) {
        return byPath(application, method, path, closedByNetwork(address), partner);
    }

    /** Decides over a request without asking the network gate. */
    public Decision decide(UUID application, String method, String path, @Nullable UUID partner) {
        return byPath(application, method, path, null, partner);
    }

    /**
     * Decides over an action in an area.
     *
     * @param area the id of the area
     * @param action the action
     * @param address the client's address
     * @param partner the id of the partner whose data is concerned; null when it is nobody's, or a collection
     */
    public Decision decide(UUID area, Action action, IpAddress address, @Nullable UUID partner) {
        return byArea(area, action, closedByNetwork(address), partner);
    }

    /** Decides over an action in an area, for a client whose address is still text. */
    public Decision decide(UUID area, Action action, String address, @Nullable UUID partner) {
        return byArea(area, action, closedByNetwork(address), partner);
    }

    /** Decides over an action in an area without asking the network gate. */
    public Decision decide(UUID area, Action action, @Nullable UUID partner) {
        return byArea(area, action, null, partner);
    }

    private Decision byPath(
            UUID application, String method, String path, @Nullable Decision network, @Nullable UUID partner) {
        int scanned = PathSyntax.scan(path);
        if (scanned < 0) {
            return Decision.malformed(PathSyntax.faultOf(scanned));
        }
        PathNode root = policy.rootAt(application);
        Route route = root == null ? null : policy.find(root, path, scanned);
        if (route == null) {
            return judge(null, null, root == null ? Decision.UNKNOWN_APPLICATION : Decision.NO_AREA, network, partner);
        }
        Action action = route.actionOf(method, PathSyntax.segmentsOf(scanned));
        return judge(route.area, action, Decision.NO_ACTION, network, partner);
    }

    private Decision byArea(UUID area, Action action, @Nullable Decision network, @Nullable UUID partner) {
        return judge(policy.areaAt(area), action, Decision.UNKNOWN_AREA, network, partner);
    }

    /** The gates after the path, in their order. */
    private Decision judge(
            @Nullable Area area,
            @Nullable Action action,
            Decision closedByArea,
            @Nullable Decision closedByNetwork,
            @Nullable UUID partner) {
        Decision atTheDoor = closedByStatus != null ? closedByStatus : closedByNetwork;
        if (area == null || action == null) {
            return atTheDoor != null ? atTheDoor : closedByArea;
        }
        if (area.isPublic) {
            return allowed;
        }
        if (atTheDoor != null) {
            return atTheDoor;
        }
        Decision closed = entitlements.closed(area, action);
        if (closed == null && partner != null && !isInSight(partner)) {
            return area.closedByData;
        }
        return closed == null ? allowed : closed;
    }

    /**
     * Explains what {@link #decide(UUID, String, String, String, UUID)} answers: every gate with what it looked at.
     *
     * @param address the client's address; null leaves out the network gate
     */
    public Explanation explain(
            UUID application, String method, String path, @Nullable String address, @Nullable UUID partner) {
        return new Explainer(this, address, partner).byPath(application, method, path);
    }

    /**
     * Explains what {@link #decide(UUID, Action, String, UUID)} answers.
     *
     * @param address the client's address; null leaves out the network gate
     */
    public Explanation explain(UUID area, Action action, @Nullable String address, @Nullable UUID partner) {
        return new Explainer(this, address, partner).byArea(area, action);
    }

    /** Everything that it may do and see, whatever its status and network: a disabled user's rights still count. */
    public EffectiveAccess effectiveAccess() {
        return new EffectiveAccess(entitlements.areas(), scope());
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
        return IpAddress.of(address).isPresent() ? Decision.ADDRESS_NOT_LISTED : Decision.UNREADABLE_ADDRESS;
    }

    /** What the data gate asks: the partner exists, is switched on, and is in the scope. */
    boolean isInSight(UUID partner) {
        var known = policy.partnerAt(partner);
        return known != null && known.on() && scope().holds(partner, known.reseller());
    }

    /** The policy under which it was compiled. */
    public Policy policy() {
        return policy;
    }

    boolean hasId(UUID id) {
        return idLow == id.getLeastSignificantBits() && idHigh == id.getMostSignificantBits();
    }

    /** The user; null for nobody. */
    public @Nullable UserDefinition user() {
        return user;
    }

    /** What the role, permissions and groups allow, whatever the status and network. */
    public Entitlements entitlements() {
        return entitlements;
    }

    /** Whose data it sees. */
    public Scope scope() {
        return allowed.scope();
    }

    /** The addresses from which it may come. */
    public AllowList network() {
        return network;
    }

    /** Whether it is an unrestricted Administrator: that role, no group, no reseller. */
    public boolean isUnrestricted() {
        return user != null
                && user.role() == Role.ADMINISTRATOR
                && user.groups().isEmpty()
                && user.reseller() == null;
    }

    private static @Nullable Decision statusOf(UserDefinition user) {
        return switch (user.status()) {
            case INVITED -> Decision.INVITED;
            case DISABLED -> Decision.DISABLED;
            case ACTIVE -> user.passwordChangeDue() ? Decision.PASSWORD_CHANGE_DUE : null;
        };
    }
}
