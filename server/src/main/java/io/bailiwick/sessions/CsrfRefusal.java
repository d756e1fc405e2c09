package io.bailiwick.sessions;

import io.bailiwick.guard.Served;
import io.bailiwick.http.Refusals;
import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says that a CSRF token is missing or wrong; to somebody whose session is over, that it is over. */
@Component
class CsrfRefusal implements AccessDeniedHandler {
    private final Refusals refusals;
    private final RequestSessions sessions;
    private final Served served;

    CsrfRefusal(Refusals refusals, RequestSessions sessions, Served served) {
        this.refusals = refusals;
        this.sessions = sessions;
        this.served = served;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        if (sessions.of(request).isEmpty() && !request.getRequestURI().equals("/sign-in") && isOver(request)) {
            refusals.answer(new Refusal.SignedOut(), request, response);
        } else {
            refusals.answer(HttpStatus.FORBIDDEN, "csrf-token", detail(request), request, response);
        }
    }

    /** Signed out by another tab, the cookie is gone; what only a session opens was asked for from within one. */
    private boolean isOver(HttpServletRequest request) {
        return sessions.isClaimed(request) || !served.isPublic(request);
    }

    private static String detail(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                ? "The CSRF token is missing or belongs to another session. Send the `csrfToken` that came with the"
                        + " sign-in as `X-CSRF-Token`."
                : "This form has expired or did not come from this panel: its CSRF token is missing or belongs to"
                        + " another session. Go back, reload the page and send it again; nothing was changed.";
    }
}
