package io.bailiwick.http;

import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads `sort`, `limit` and `after` of a list's query. */
class PageRequestArgument implements HandlerMethodArgumentResolver {
    private static final int USUAL = 50;

    /** What of the query it reads. */
    static final List<QueryField> FIELDS = List.of(
            new QueryField("sort", ResolvableType.forClass(String.class), null, null),
            new QueryField("limit", ResolvableType.forClass(Integer.class), Integer.toString(USUAL), null),
            new QueryField("after", ResolvableType.forClass(String.class), null, null));

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var after = request.getParameter("after");
        return new PageRequest(
                sort(request.getParameter("sort")),
                limit(request.getParameter("limit")),
                after == null || after.isEmpty() ? null : after);
    }

    private static List<String> sort(@Nullable String sort) {
        return sort == null || sort.isBlank()
                ? List.of()
                : Arrays.stream(sort.split(",", -1)).map(String::strip).toList();
    }

    private static int limit(@Nullable String limit) {
        try {
            return limit == null || limit.isBlank() ? USUAL : Integer.parseInt(limit.strip());
        } catch (NumberFormatException notANumber) {
            throw new Refusal.Invalid("limit", "`" + limit + "` is not a number of items.");
        }
    }
}
