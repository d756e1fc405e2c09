package io.bailiwick.ui;

import io.bailiwick.http.ErrorPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** Draws problems in the look of the panel. */
final class KitErrorPages implements ErrorPages {
    private final JteViewResolver views;

    KitErrorPages(JteViewResolver views) {
        this.views = views;
    }

    @Override
    public void show(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        views.page(ErrorPage.VIEW).render(Map.of("error", page(problem)), request, response);
    }

    private static ErrorPage page(ProblemDetail problem) {
        var decision = property(problem, "decisionId");
        return new ErrorPage(
                problem.getStatus(),
                null,
                detail(problem),
                property(problem, "gate"),
                property(problem, "reason"),
                decision == null ? property(problem, "errorId") : decision);
    }

    /** Where the kit says it better, or the reason stands below. */
    private static @Nullable String detail(ProblemDetail problem) {
        return switch (problem.getStatus()) {
            case 404, 500 -> null;
            default -> property(problem, "reason") == null ? problem.getDetail() : null;
        };
    }

    private static @Nullable String property(ProblemDetail problem, String name) {
        var properties = problem.getProperties();
        var value = properties == null ? null : properties.get(name);
        return value == null ? null : value.toString();
    }
}
