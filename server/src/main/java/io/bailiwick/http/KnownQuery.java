package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Refuses what a call of the API does not know in its query: a filter that is misspelt and passed over would answer with
 * everything. Which names a call knows is read from its handler's arguments. Screens are lenient: their addresses are
 * kept, and what an older one said more does no harm.
 */
final class KnownQuery implements HandlerInterceptor {
    private static final String API = "/api/";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && request.getRequestURI().startsWith(API)
                && handler instanceof HandlerMethod call
                && call.hasMethodAnnotation(RequestMapping.class)) {
            require(known.computeIfAbsent(call.getMethod(), method -> names(call)), request.getQueryString());
        }
        return true;
    }

    private static void require(Set<String> known, String query) {
        for (var raw : UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .keySet()) {
            var name = UriUtils.decode(raw.replace('+', ' '), "UTF-8");
            if (!known.contains(name)) {
                throw new Refusal.Malformed(
                        "There is no `" + name + "` in the query of this call. " + whatThereIs(known));
            }
        }
    }

    private static String whatThereIs(Set<String> known) {
        return known.isEmpty()
                ? "It takes no query."
                : "It takes " + known.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", ")) + ".";
    }

    /** In the order of the alphabet. */
    private static Set<String> names(HandlerMethod call) {
        return QueryField.ofQuery(call).stream().map(QueryField::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
