package io.bailiwick.sessions;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.RevisionHeader;
import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * Puts the account's revision into every answer to somebody who is signed in, whoever answers: a handler, or what stands
 * before it. Whatever is judged or written later puts its own in its place.
 */
@Component
class SeenRevision {
    private final RequestSessions sessions;
    private final Transport transport;
    private final Guard guard;

    SeenRevision(RequestSessions sessions, Transport transport, Guard guard) {
        this.sessions = sessions;
        this.transport = transport;
        this.guard = guard;
    }

    void tell(HttpServletRequest request, HttpServletResponse response) {
        if (!isAsset(request) && !Doors.isProxys(request)) {
            try {
                sessions.of(request).ifPresent(session -> tell(session, request, response));
            } catch (Refusal.Unavailable unknown) {
                // Whoever needs to know says so.
            }
        }
    }

    void tell(Session session, HttpServletRequest request, HttpServletResponse response) {
        var actor = session.actor(transport.address(request));
        response.setHeader(RevisionHeader.NAME, guard.revision(actor).toString());
    }

    /** The same for everybody. */
    private static boolean isAsset(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }
}
