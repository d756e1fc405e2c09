package io.bailiwick.verification;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proving addresses, for scripts. */
@RestController
class VerificationApi {
    private final Verifications verifications;

    VerificationApi(Verifications verifications) {
        this.verifications = verifications;
    }

    record Token(@Nullable String token) {}

    record Code(@Nullable String code) {}

    /** Proves an address by the token of the link that was mailed to it. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/api/v1/verify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@RequestBody Token form) {
        verifications.prove(form.token() == null ? "" : form.token());
    }

    /** Sends oneself a new link and code. */
    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PostMapping("/api/v1/me/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(Actor actor) {
        verifications.send(actor);
    }

    /** Proves one's own address by the code that was mailed to it. */
    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PostMapping("/api/v1/me/verification/code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(Actor actor, @RequestBody Code form) {
        verifications.proveByCode(actor, form.code());
    }

    /** Sends a user a new link and code. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/api/v1/users/{id}/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void send(Actor actor, @PathVariable String id) {
        verifications.send(actor, UserId.read(id));
    }
}
