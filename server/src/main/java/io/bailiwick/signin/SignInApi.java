package io.bailiwick.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.Role;
import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.sessions.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out for scripts. */
@RestController
class SignInApi {
    private final Door door;
    private final RequestSessions sessions;

    SignInApi(Door door, RequestSessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    record Form(
            @Nullable String email,
            @Nullable String password,
            @Nullable String account) {}

    record Person(
            UUID id,
            String email,
            String name,
            @OneOf(Role.class) String role,
            String timeZone) {
        static Person of(Session session) {
            return new Person(
                    session.user().value(),
                    session.email(),
                    session.name(),
                    session.role().word(),
                    session.zone().getId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(@Nullable String next, @Nullable Person user, String csrfToken) {}

    /** 201, or 200 when the password has to be changed first. Takes JSON alone, so no foreign page can post it. */
    @PostMapping(path = "/api/v1/session", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Wire(statuses = {201, 200})
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    ResponseEntity<Answer> signIn(@RequestBody Form form, HttpServletRequest request, HttpServletResponse response) {
        var entered = door.enter(Door.Credentials.of(form.account(), form.email(), form.password()), request, response)
                .orElseThrow(() -> new Refusal.SignedOut(Door.WRONG));
        var session = entered.session();
        return session.passwordChangeDue()
                ? ResponseEntity.ok(new Answer("password", null, entered.csrfToken()))
                : ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Answer(null, Person.of(session), entered.csrfToken()));
    }

    @DeleteMapping("/api/v1/session")
    @Guarded(area = PanelArea.PUBLIC, action = Action.DELETE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.require(request);
        door.leave(request, response);
    }
}
