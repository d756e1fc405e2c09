package io.bailiwick.sessions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The open sessions of a user, for scripts. Ending them is a change of the user, not its deletion. */
@RestController
class UserSessionsApi {
    private final UserSessions sessions;

    UserSessionsApi(UserSessions sessions) {
        this.sessions = sessions;
    }

    record Answer(UUID id, Instant createdAt, Instant lastSeenAt, String address, String device, String userAgent) {}

    @GetMapping("/api/v1/users/{id}/sessions")
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    Page<Answer> list(Actor actor, @PathVariable String id) {
        var items = sessions.of(actor, UserId.read(id)).stream()
                .map(session -> new Answer(
                        session.id(),
                        session.createdAt(),
                        session.lastSeenAt(),
                        session.address(),
                        session.device(),
                        session.userAgent()))
                .toList();
        return new Page<>(items, null, items.size(), false);
    }

    @DeleteMapping("/api/v1/users/{id}/sessions")
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Actor actor, @PathVariable String id) {
        sessions.endAll(actor, UserId.read(id));
    }

    @DeleteMapping("/api/v1/users/{id}/sessions/{session}")
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable String id, @PathVariable String session) {
        sessions.end(actor, UserId.read(id), Ids.read(session, "session"));
    }
}
