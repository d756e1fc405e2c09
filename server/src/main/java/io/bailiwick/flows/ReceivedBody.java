package io.bailiwick.flows;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what is sent to an access point before anybody takes it for a form and looks for fields in it, which would leave
 * nothing of it: whatever its type, it is a document. It comes behind the filter that limits bodies.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReceivedBody extends OncePerRequestFilter {
    private static final String BODY = ReceivedBody.class.getName();
    private static final String TYPE = BODY + ".type";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST") && request.getRequestURI().startsWith("/api/v1/receive/")) {
            request.setAttribute(TYPE, request.getContentType());
            request.setAttribute(BODY, request.getInputStream().readAllBytes());
            chain.doFilter(new Untyped(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What was sent. */
    static byte[] of(HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
    }

    /** What its sender said that it is, or null. */
    static @Nullable String type(HttpServletRequest request) {
        return (String) request.getAttribute(TYPE);
    }

    private static final class Untyped extends HttpServletRequestWrapper {
        Untyped(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
