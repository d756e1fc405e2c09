package io.bailiwick.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Gate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a user may do and see. Status and network close all of it or nothing, so they stand beside it.
 *
 * @param user the user's id
 * @param closed what closes all of it at present; null when the user is active
 * @param network from where the user may come; empty for anywhere
 * @param scope whose data the user sees
 * @param areas every area of the account, the panel's own first, by name
 */
public record UserAccess(
        UUID user, @Nullable Closed closed, List<String> network, Explained.Sight scope, List<AreaLine> areas) {
    public UserAccess {
        network = List.copyOf(network);
        areas = List.copyOf(areas);
    }

    /**
     * A gate that is closed.
     *
     * @param gate its word
     * @param reason why, a sentence for a person
     */
    public record Closed(@OneOf(Gate.class) String gate, String reason) {}

    /**
     * One area.
     *
     * @param application the key of its application
     * @param applicationName what that is called
     * @param gate to whom it is open before any group is asked
     * @param paths its patterns
     * @param access the actions that are open
     * @param closed the others, each with the gate that closes it
     */
    public record AreaLine(
            UUID id,
            String application,
            String applicationName,
            String name,
            @OneOf(AreaGate.class) String gate,
            List<String> paths,
            @OneOf(Action.class) List<String> access,
            List<ClosedAction> closed) {
        public AreaLine {
            paths = List.copyOf(paths);
            access = List.copyOf(access);
            closed = List.copyOf(closed);
        }
    }

    /**
     * An action that is closed.
     *
     * @param gate the word of the gate, `role` or `groups`
     * @param cause what of it: `role`, `reseller` (closed to whoever has one), `denied`, `not-allowed`
     * @param reason why, a sentence for a person
     * @param deniedBy the groups that deny it
     */
    public record ClosedAction(
            @OneOf(Action.class) String action,
            @OneOf(Gate.class) String gate,
            @OneOf(Cause.class) String cause,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GroupName> deniedBy) {
        public ClosedAction {
            deniedBy = List.copyOf(deniedBy);
        }
    }

    /** What of a gate closes an action. */
    enum Cause {
        ROLE,
        RESELLER,
        DENIED,
        NOT_ALLOWED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A group by name. */
    public record GroupName(UUID id, String name) {}
}
