package io.bailiwick.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the filters that tell who is signed in: a fault that no handler's answer covers, such as one while a page is
 * drawn, is answered to that person and not to a stranger.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class InnerDoor extends OncePerRequestFilter {
    private final Doors doors;

    InnerDoor(Doors doors) {
        this.doors = doors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        doors.pass(request, response, chain);
    }
}
