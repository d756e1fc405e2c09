package io.bailiwick.verification;

import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.ui.Notice;
import io.bailiwick.ui.Notices;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reminds whoever has not proven his address, on every page. */
@Component
class VerificationNotice implements Notices {
    private static final String PAGE = "/me/verification";

    private final RequestSessions sessions;

    VerificationNotice(RequestSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Notice> of(HttpServletRequest request) {
        return sessions.of(request)
                .filter(session -> !session.emailVerified() && !session.passwordChangeDue())
                .filter(session -> !request.getRequestURI().startsWith(PAGE))
                .map(session -> new Notice(
                        "verification.notice",
                        List.of(session.email()),
                        PAGE,
                        "verification.notice.enter",
                        PAGE,
                        "verification.notice.send"));
    }
}
