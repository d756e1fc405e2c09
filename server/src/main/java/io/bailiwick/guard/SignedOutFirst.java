package io.bailiwick.guard;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Whoever is signed out is told that first: which methods and types a path takes is decided before the guard is asked,
 * and would be told to anybody. The port of health and metrics is left alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignedOutFirst implements HandlerExceptionResolver {
    private final Served served;
    private final ApplicationContext panel;

    SignedOutFirst(Served served, ApplicationContext panel) {
        this.served = served;
        this.panel = panel;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (RequestContextUtils.findWebApplicationContext(request) == panel
                && handler == null
                && fault instanceof ErrorResponse
                && GuardInterceptor.actor(request.getUserPrincipal()) == null
                && !served.isPublic(request)) {
            throw new Refusal.SignedOut();
        }
        return null;
    }
}
