package io.bailiwick.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Whatever a handler throws ends here, once the guard has heard it and said what it has to say. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RefusalResolver implements HandlerExceptionResolver {
    private final Refusals refusals;

    RefusalResolver(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        try {
            refusals.answer(fault, request, response);
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
