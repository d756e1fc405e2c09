package io.bailiwick.sessions;

import io.bailiwick.http.Refusals;
import io.bailiwick.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers what is thrown further in and caught by nobody there, to a proxy in the only words that it understands. */
@Component
class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final Refusals refusals;
    private final RequestSessions sessions;

    Doors(Refusals refusals, RequestSessions sessions) {
        this.refusals = refusals;
        this.sessions = sessions;
    }

    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException fault) {
            answer(fault.getRootCause() == null ? fault : fault.getRootCause(), request, response);
        } catch (RuntimeException fault) {
            answer(fault, request, response);
        }
    }

    /** Refuses a proxy's question: only 401 and 403 mean no to all of them. */
    void refuse(String reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Bailiwick-Reason", reason);
        refusals.answer(HttpStatus.FORBIDDEN, reason + ".", request, response);
    }

    static boolean isProxys(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/authz/");
    }

    private void answer(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        settle(request);
        if (isProxys(request)) {
            if (!(fault instanceof Refusal) && !(fault instanceof ErrorResponse)) {
                LOG.error("A proxy's question failed", fault);
            }
            refuse("The question cannot be decided now", request, response);
        } else {
            refusals.answer(fault, request, response);
        }
    }

    /** The page that tells of it must come out: whoever cannot be known now is nobody to it. */
    private void settle(HttpServletRequest request) {
        try {
            sessions.of(request);
        } catch (Refusal.Unavailable unknown) {
            sessions.become(request, Optional.empty());
        }
    }
}
