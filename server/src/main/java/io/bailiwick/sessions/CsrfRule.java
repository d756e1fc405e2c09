package io.bailiwick.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Which requests need a CSRF token: writes by a session, and forms before sign-in. Not: API calls without a session,
 * which the guard refuses or which borrow nobody's rights; signing in through the API, which takes JSON alone and opens
 * a session of its own; the endpoints for proxies, which check the origin of what they are asked about.
 */
@Component
class CsrfRule implements RequestMatcher {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestSessions sessions;

    CsrfRule(RequestSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (READS.contains(request.getMethod()) || path.startsWith("/authz/") || isSignIn(request)) {
            return false;
        }
        return sessions.of(request).isPresent()
                || (!path.startsWith("/api/") && !path.startsWith("/access/") && !path.equals("/sign-out"));
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/v1/session");
    }
}
