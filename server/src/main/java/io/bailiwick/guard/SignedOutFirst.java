package io.bailiwick.guard;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.AreaGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Whoever is signed out is told that first: which methods and types a path takes is decided before the guard is asked,
 * and would be told to anybody. The port of health and metrics is left alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignedOutFirst implements HandlerExceptionResolver {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ApplicationContext panel;

    SignedOutFirst(ObjectProvider<RequestMappingHandlerMapping> mappings, ApplicationContext panel) {
        this.mappings = mappings;
        this.panel = panel;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (RequestContextUtils.findWebApplicationContext(request) == panel
                && handler == null
                && fault instanceof ErrorResponse
                && GuardInterceptor.actor(request.getUserPrincipal()) == null
                && !isPublic(request)) {
            throw new Refusal.SignedOut();
        }
        return null;
    }

    private boolean isPublic(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .anyMatch(entry -> entry.getValue().getMethodAnnotation(Guarded.class) instanceof Guarded guarded
                        && guarded.area().gate() == AreaGate.PUBLIC
                        && covers(entry.getKey(), path));
    }

    private static boolean covers(RequestMappingInfo mapping, PathContainer path) {
        var patterns = mapping.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
