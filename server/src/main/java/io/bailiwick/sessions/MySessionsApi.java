package io.bailiwick.sessions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own open sessions. */
@RestController
class MySessionsApi {
    private final Sessions sessions;
    private final RequestSessions requests;
    private final SessionCookies cookies;

    MySessionsApi(Sessions sessions, RequestSessions requests, SessionCookies cookies) {
        this.sessions = sessions;
        this.requests = requests;
        this.cookies = cookies;
    }

    record Answer(UUID id, Instant createdAt, Instant lastSeenAt, String address, String userAgent, boolean current) {}

    @GetMapping("/api/v1/me/sessions")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    Page<Answer> list(Actor actor, HttpServletRequest request) {
        var current = requests.require(request).id();
        var items = sessions.of(actor).stream()
                .map(session -> answer(session, current))
                .toList();
        return new Page<>(items, null, items.size(), false);
    }

    /** Ends every other session. */
    @DeleteMapping("/api/v1/me/sessions")
    @Guarded(area = PanelArea.ONESELF, action = Action.DELETE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Actor actor, HttpServletRequest request) {
        sessions.endOthers(actor, requests.require(request).id());
    }

    @DeleteMapping("/api/v1/me/sessions/{id}")
    @Guarded(area = PanelArea.ONESELF, action = Action.DELETE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var session = Ids.read(id, "session");
        var current = requests.require(request).id();
        sessions.end(actor, session);
        if (session.equals(current)) {
            cookies.take(request, response);
        }
    }

    private static Answer answer(SeenSession session, UUID current) {
        return new Answer(
                session.id(),
                session.createdAt(),
                session.lastSeenAt(),
                session.address(),
                session.userAgent(),
                session.id().equals(current));
    }
}
