package io.bailiwick.invitations;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import io.bailiwick.model.Role;
import io.bailiwick.sessions.Transport;
import io.bailiwick.users.Acceptance;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accepting an invitation for scripts. Takes JSON alone, so that no foreign page can post it; opens no session. */
@RestController
class AcceptanceApi {
    private final Acceptances acceptances;
    private final Transport transport;

    AcceptanceApi(Acceptances acceptances, Transport transport) {
        this.acceptances = acceptances;
        this.transport = transport;
    }

    /** What a link carries. */
    record Token(@Nullable String token) {
        /** Never the token. */
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /** What is offered. */
    record Offered(
            String account,
            String accountName,
            String invitedBy,
            String email,
            String name,
            @OneOf(Role.class) String role,
            Instant expiresAt) {}

    /** The token, and what somebody fills in who accepts. */
    record Form(
            @Nullable String token,
            @Nullable String name,
            @Nullable String password,
            @Nullable String timeZone) {
        /** Never the token and the password. */
        @Override
        public String toString() {
            return "Form[" + name + "]";
        }
    }

    /** Who is a user now; signs in with the account's short id. */
    record Accepted(
            UUID id,
            String account,
            String email,
            String name,
            @OneOf(Role.class) String role,
            String timeZone) {
        static Accepted of(Joined joined) {
            var user = joined.user();
            return new Accepted(
                    user.id().value(),
                    joined.account().shortId(),
                    user.email(),
                    user.name(),
                    user.role().word(),
                    user.zone().getId());
        }
    }

    @PostMapping(path = "/api/v1/invitation/look", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    Offered look(@RequestBody Token form, HttpServletRequest request) {
        var opened = acceptances.open(token(form.token()), transport.address(request));
        return new Offered(
                opened.account().shortId(),
                opened.account().name(),
                opened.invitedBy(),
                opened.user().email(),
                opened.user().name(),
                opened.user().role().word(),
                opened.expiresAt());
    }

    @PostMapping(path = "/api/v1/invitation/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @ResponseStatus(HttpStatus.CREATED)
    Accepted accept(@RequestBody Form form, HttpServletRequest request) {
        var typed = new Acceptance(form.name(), form.password(), form.timeZone());
        return Accepted.of(acceptances.accept(token(form.token()), typed, transport.address(request)));
    }

    private static String token(@Nullable String token) {
        return Objects.requireNonNullElse(token, "");
    }
}
