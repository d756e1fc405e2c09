package io.bailiwick.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Hands a browser its session and takes it away again. */
@Component
public class SessionCookies {
    private static final String BASE = "bailiwick";

    private final Transport transport;
    private final RequestSessions requests;
    private final CsrfTokens tokens;
    private final SeenRevision revision;

    SessionCookies(Transport transport, RequestSessions requests, CsrfTokens tokens, SeenRevision revision) {
        this.transport = transport;
        this.requests = requests;
        this.tokens = tokens;
        this.revision = revision;
    }

    /**
     * Gives the browser the secret of a session; the rest of the request is of that session.
     *
     * @return the CSRF token that its writes carry
     */
    public String hand(OpenedSession opened, HttpServletRequest request, HttpServletResponse response) {
        requirePrivacy(request);
        set(opened.secret().text(), Duration.ofSeconds(-1), request, response);
        requests.become(request, Optional.of(opened.session()));
        revision.tell(opened.session(), request, response);
        return tokens.renew(request, response);
    }

    /** Makes the browser forget its session. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
        requests.become(request, Optional.empty());
    }

    /**
     * Requires that nobody on the way can read the cookie.
     *
     * @throws ErrorResponseException 403, saying what to do
     */
    public void requirePrivacy(HttpServletRequest request) {
        if (!transport.mayCarrySession(request)) {
            var detail =
                    "Over plain HTTP anybody on the way could take over the session, so signing in works over https"
                            + " alone. Put a proxy with TLS in front, name it in BAILIWICK_TRUSTED_PROXIES and let it send"
                            + " `X-Forwarded-Proto: https`; or sign in on the machine itself, through a loopback address.";
            throw new ErrorResponseException(
                    HttpStatus.FORBIDDEN, ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, detail), null);
        }
    }

    static String name(boolean encrypted) {
        return encrypted ? "__Host-" + BASE : BASE;
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var encrypted = transport.isEncrypted(request);
        var cookie = ResponseCookie.from(name(encrypted), value)
                .path("/")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
