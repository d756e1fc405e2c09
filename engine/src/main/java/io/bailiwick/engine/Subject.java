package io.bailiwick.engine;

import io.bailiwick.model.Action;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.Role;
import io.bailiwick.model.Scope;
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

    private final Standing standing;
    private final @Nullable UserDefinition user;

    Subject(Standing standing, @Nullable UserDefinition user) {
        this.standing = standing;
        this.user = user;
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
        return standing.decide(policy().rootAt(application), method, path, address, partner);
    }

    /** Decides over a request whose client's address is still text. */
    public Decision decide(UUID application, String method, String path, String address, @Nullable UUID partner) {
        return standing.decide(policy().rootAt(application), method, path, address, partner);
    }

    /** Decides over a request without asking the network gate. */
    public Decision decide(UUID application, String method, String path, @Nullable UUID partner) {
        return standing.decide(policy().rootAt(application), method, path, partner);
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
        return standing.decide(area, action, address, partner);
    }

    /** Decides over an action in an area, for a client whose address is still text. */
    public Decision decide(UUID area, Action action, String address, @Nullable UUID partner) {
        return standing.decide(area, action, address, partner);
    }

    /** Decides over an action in an area without asking the network gate. */
    public Decision decide(UUID area, Action action, @Nullable UUID partner) {
        return standing.decide(area, action, partner);
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
        return new EffectiveAccess(entitlements().areas(), scope());
    }

    Standing standing() {
        return standing;
    }

    /** The policy under which it was compiled. */
    public Policy policy() {
        return entitlements().policy();
    }

    /** The user; null for nobody. */
    public @Nullable UserDefinition user() {
        return user;
    }

    /** What the role, permissions and groups allow, whatever the status and network. */
    public Entitlements entitlements() {
        return standing.entitlements();
    }

    /** Whose data it sees. */
    public Scope scope() {
        return standing.scope();
    }

    /** The addresses from which it may come. */
    public AllowList network() {
        return standing.network();
    }

    /** Whether it is an unrestricted Administrator: that role, no group, no reseller. */
    public boolean isUnrestricted() {
        return user != null
                && user.role() == Role.ADMINISTRATOR
                && user.groups().isEmpty()
                && user.reseller() == null;
    }
}
