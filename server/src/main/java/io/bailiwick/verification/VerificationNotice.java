package io.bailiwick.verification;

import io.bailiwick.mail.Mails;
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
    private final Mails mails;

    VerificationNotice(RequestSessions sessions, Mails mails) {
        this.sessions = sessions;
        this.mails = mails;
    }

    @Override
    public Optional<Notice> of(HttpServletRequest request) {
        return sessions.of(request)
                .filter(session -> !session.emailVerified() && !session.passwordChangeDue())
                .filter(session -> !request.getRequestURI().startsWith(PAGE))
                .map(session -> new Notice(
                        mails.areHeld() ? "verification.notice.held" : "verification.notice",
                        List.of(session.email()),
                        PAGE,
                        "verification.notice.enter",
                        PAGE,
                        "verification.notice.send"));
    }
}
