package io.bailiwick.guard;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Hears what a guard rail refuses in a handler itself, before it is answered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RailResolver implements HandlerExceptionResolver {
    private final RefusalRecord record;

    RailResolver(RefusalRecord record) {
        this.record = record;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        var actor = GuardInterceptor.actor(request.getUserPrincipal());
        if (actor != null && fault instanceof Refusal refusal && !(refusal instanceof Refusal.Denied)) {
            record.refused(actor, refusal);
        }
        return null;
    }
}
