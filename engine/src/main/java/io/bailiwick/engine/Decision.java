package io.bailiwick.engine;

import io.bailiwick.model.Gate;
import io.bailiwick.model.PathFault;
import io.bailiwick.model.Scope;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: allowed, or denied by a gate. All of them are made beforehand; deciding makes none.
 *
 * @param allowed whether every gate is open
 * @param gate the first closed gate; null when allowed
 * @param reason a sentence for a person
 * @param scope when allowed, whose data the user sees; whoever serves a collection filters it by this. When denied, none
 * @param area when denied by the gates role, groups or data, the area concerned; else null
 */
public record Decision(
        boolean allowed,
        @Nullable Gate gate,
        String reason,
        Scope scope,
        @Nullable AreaDefinition area) {

    static final Decision UNKNOWN_USER = denied(Gate.STATUS, "Nobody is signed in");
    static final Decision INVITED = denied(Gate.STATUS, "The user has not accepted the invitation yet");
    static final Decision DISABLED = denied(Gate.STATUS, "The user is disabled");
    static final Decision PASSWORD_CHANGE_DUE = denied(Gate.STATUS, "The password must be changed first");
    static final Decision UNREADABLE_ADDRESS = denied(Gate.NETWORK, "The address of the client cannot be read");
    static final Decision ADDRESS_NOT_LISTED = denied(Gate.NETWORK, "The address is not on the user's allow-list");
    static final Decision UNKNOWN_APPLICATION = denied(Gate.AREA, "There is no such application");
    static final Decision UNKNOWN_AREA = denied(Gate.AREA, "There is no such area");
    static final Decision NO_AREA = denied(Gate.AREA, "No area covers the path");
    static final Decision NO_ACTION = denied(Gate.AREA, "The method has no action on this path");

    private static final Decision ALLOWED_WITH_ALL = allowedWith(Scope.ALL);
    private static final Decision ALLOWED_WITH_NONE = allowedWith(Scope.NONE);

    private static final Decision[] MALFORMED = Arrays.stream(PathFault.values())
            .map(fault -> denied(Gate.PATH, fault.reason()))
            .toArray(Decision[]::new);

    static Decision malformed(PathFault fault) {
        return MALFORMED[fault.ordinal()];
    }

    static Decision allowed(Scope scope) {
        if (scope.equals(Scope.ALL)) {
            return ALLOWED_WITH_ALL;
        }
        return scope.equals(Scope.NONE) ? ALLOWED_WITH_NONE : allowedWith(scope);
    }

    private static Decision allowedWith(Scope scope) {
        return new Decision(true, null, "Every gate is open", scope, null);
    }

    static Decision denied(Gate gate, String reason) {
        return new Decision(false, gate, reason, Scope.NONE, null);
    }

    static Decision denied(Gate gate, String reason, AreaDefinition area) {
        return new Decision(false, gate, reason, Scope.NONE, area);
    }
}
