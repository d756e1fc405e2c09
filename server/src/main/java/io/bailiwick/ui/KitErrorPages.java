package io.bailiwick.ui;

import io.bailiwick.http.ErrorPages;
import io.bailiwick.http.OwnPath;
import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** Draws problems in the look of the panel: as a page, or as a note where a part of one was asked for. */
final class KitErrorPages implements ErrorPages {
    private final JteViewResolver views;

    KitErrorPages(JteViewResolver views) {
        this.views = views;
    }

    @Override
    public void show(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        views.page(ErrorPage.VIEW).render(Map.of("error", page(problem, request)), request, response);
    }

    private static ErrorPage page(ProblemDetail problem, HttpServletRequest request) {
        var decision = property(problem, "decisionId");
        return new ErrorPage(
                problem.getStatus(),
                null,
                detail(problem, Uis.isPart(request) || !request.getMethod().equals("GET")),
                property(problem, "gate"),
                property(problem, "reason"),
                decision == null ? property(problem, "errorId") : decision,
                OwnPath.from(request));
    }

    /** Where the kit says it better, or the reason stands below. */
    private static @Nullable String detail(ProblemDetail problem, boolean known) {
        return switch (problem.getStatus()) {
            case 401, 412, 500 -> null;
            // Whoever asks from an open page knows what was there.
            case 404 -> known ? problem.getDetail() : null;
            case 422 -> faults(problem);
            default -> property(problem, "reason") == null ? problem.getDetail() : null;
        };
    }

    /** There is no form beside whose fields they could stand. */
    private static @Nullable String faults(ProblemDetail problem) {
        var properties = problem.getProperties();
        return properties != null && properties.get("errors") instanceof List<?> faults
                ? faults.stream()
                        .filter(Refusal.Invalid.Fault.class::isInstance)
                        .map(fault -> ((Refusal.Invalid.Fault) fault).message())
                        .collect(Collectors.joining(" "))
                : problem.getDetail();
    }

    private static @Nullable String property(ProblemDetail problem, String name) {
        var properties = problem.getProperties();
        var value = properties == null ? null : properties.get(name);
        return value == null ? null : value.toString();
    }
}
