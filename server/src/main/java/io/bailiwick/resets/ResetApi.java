package io.bailiwick.resets;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.Transport;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forgotten passwords, for scripts. */
@RestController
class ResetApi {
    private final Resets resets;
    private final Transport transport;

    ResetApi(Resets resets, Transport transport) {
        this.resets = resets;
        this.transport = transport;
    }

    record Forgotten(@Nullable String account, @Nullable String email) {}

    record NewPassword(@Nullable String token, @Nullable String password) {
        /** Neither token nor password. */
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    /** Asks for a link by mail. 202 whether or not somebody has the address. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/api/v1/forgotten")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@RequestBody Forgotten form, HttpServletRequest request) {
        resets.ask(form.account(), form.email(), transport.address(request));
    }

    /** Sets a new password by the token of the link. */
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    @PostMapping("/api/v1/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@RequestBody NewPassword form, HttpServletRequest request) {
        resets.complete(form.token() == null ? "" : form.token(), form.password(), transport.address(request));
    }
}
