package io.bailiwick.sessions;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Finds the session of a request, once. Over TLS only the cookie `__Host-bailiwick` counts, over plain HTTP only
 * `bailiwick` and only on a connection to a loopback address. A request that carries a bearer key is judged by the key
 * alone: its cookies are not read.
 */
@Component
public class RequestSessions {
    private static final String FOUND = RequestSessions.class.getName();

    private final Sessions sessions;
    private final Transport transport;

    RequestSessions(Sessions sessions, Transport transport) {
        this.sessions = sessions;
        this.transport = transport;
    }

    /**
     * The session of the request, empty when there is none, a doubled one or one that is over.
     *
     * @throws Refusal.Unavailable when the database cannot be asked
     */
    public Optional<Session> of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Found found) {
            return found.session();
        }
        if (request.getAttribute(FOUND) instanceof Refusal.Unavailable unknown) {
            throw unknown;
        }
        try {
            var found = new Found(hasBearer(request) ? Optional.empty() : sessions.find(values(request)));
            request.setAttribute(FOUND, found);
            return found.session();
        } catch (Refusal.Unavailable unknown) {
            request.setAttribute(FOUND, unknown);
            throw unknown;
        }
    }

    /**
     * The session of the request.
     *
     * @throws Refusal.SignedOut when there is none
     */
    public Session require(HttpServletRequest request) {
        return of(request).orElseThrow(Refusal.SignedOut::new);
    }

    /**
     * Requires that the session that the request was let in by is open still, as the database says now.
     *
     * @throws Refusal.SignedOut when it ended meanwhile
     */
    public void requireOpen(HttpServletRequest request) {
        if (!sessions.isOpen(require(request))) {
            throw new Refusal.SignedOut();
        }
    }

    /** Whether the request brought a session cookie, whatever that is worth. */
    boolean isClaimed(HttpServletRequest request) {
        return !hasBearer(request) && !values(request).isEmpty();
    }

    /** From here on the request is of that session, or of none. */
    void become(HttpServletRequest request, Optional<Session> session) {
        request.setAttribute(FOUND, new Found(session));
    }

    private record Found(Optional<Session> session) {}

    private List<String> values(HttpServletRequest request) {
        var name = SessionCookies.name(transport.isEncrypted(request));
        if (request.getCookies() == null || !transport.isPrivate(request)) {
            return List.of();
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .toList();
    }

    private static boolean hasBearer(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer");
    }
}
