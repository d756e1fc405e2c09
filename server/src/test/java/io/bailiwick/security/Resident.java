package io.bailiwick.security;

import io.bailiwick.Visitor;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import io.bailiwick.model.Role;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody with a session, or without one any more, and what the access model says of this person. */
record Resident(String kind, Visitor visitor, @Nullable Role role, boolean limited, boolean due, boolean ofReseller) {
    /** What the group Desk allows a limited Administrator in the panel. */
    private static final Map<PanelArea, Set<Action>> DESK = Map.of(
            PanelArea.USERS, Set.of(Action.CREATE, Action.READ, Action.UPDATE),
            PanelArea.GROUPS, Set.of(Action.READ));

    /** What the access model closes to an Administrator with a reseller. */
    private static final Set<PanelArea> ABOVE_RESELLERS =
            Set.of(PanelArea.RESELLERS, PanelArea.AREAS, PanelArea.OUTGOING_MAIL);

    /** The kind of whoever has Integration configuration, as the first Administrator of an account does. */
    static final String FIRST = "unrestricted Administrator";

    /** What becomes of a request. */
    enum Expected {
        SIGNED_OUT,
        STATUS,
        ROLE,
        GROUPS,
        REACHED
    }

    /** What the declaration means for this person. */
    Expected of(Guarded guarded) {
        if (role == null) {
            return Expected.SIGNED_OUT;
        }
        if (due && !guarded.evenWhenPasswordIsDue()) {
            return Expected.STATUS;
        }
        return switch (guarded.area().gate()) {
            case PERSONAL, PUBLIC -> Expected.REACHED;
            case ADMINISTRATION ->
                role == Role.ADMINISTRATOR && !(ofReseller && ABOVE_RESELLERS.contains(guarded.area()))
                        ? groups(guarded)
                        : Expected.ROLE;
            case STAFF -> role == Role.PARTNER ? Expected.ROLE : groups(guarded);
            case OPEN -> groups(guarded);
            case JOBS, ISSUE_COMMENTS, REPROCESS_MESSAGES ->
                role == Role.ADMINISTRATOR ? groups(guarded) : Expected.ROLE;
            case INTEGRATION_CONFIGURATION -> kind.equals(FIRST) ? groups(guarded) : Expected.ROLE;
        };
    }

    private Expected groups(Guarded guarded) {
        return limited && !DESK.getOrDefault(guarded.area(), Set.of()).contains(guarded.action())
                ? Expected.GROUPS
                : Expected.REACHED;
    }

    /** Sends the route's request with these ids in its path. */
    Visitor.Answer ask(Route route, Map<String, String> ids) {
        var body = route.body();
        var headers = body == null ? Map.<String, String>of() : Map.of("Content-Type", route.contentType());
        return visitor.send(route.method(), route.path(ids), body, headers);
    }

    /** Whether the answer to a route refuses as expected. */
    static boolean isRefused(Visitor.Answer answer, Route route, Expected expected) {
        return switch (expected) {
            case SIGNED_OUT ->
                route.isApi()
                        ? answer.status() == 401
                        : route.method().equals("GET")
                                ? answer.status() == 302
                                        && answer.header("Location").startsWith("/sign-in")
                                : Set.of(401, 403).contains(answer.status());
            case STATUS, ROLE, GROUPS ->
                answer.status() == 403
                        && (!route.isApi()
                                || answer.json().path("gate").asString("").equals(HttpForms.word(expected)));
            case REACHED -> throw new IllegalArgumentException("nothing is refused");
        };
    }
}
