package io.bailiwick.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells Spring Security who is signed in, from the session cookie alone; it stores nothing. */
@Component
class SessionContext implements SecurityContextRepository {
    private final RequestSessions sessions;
    private final Transport transport;

    SessionContext(RequestSessions sessions, Transport transport) {
        this.sessions = sessions;
        this.transport = transport;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var request = holder.getRequest();
        return sessions.of(request)
                .<SecurityContext>map(
                        session -> new SecurityContextImpl(new SignedIn(session.actor(transport.address(request)))))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a session is opened by sign-in and by nothing else
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.of(request).isPresent();
    }
}
