package io.bailiwick.http;

import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Refuses what a call of the API does not know in its query: a filter that is misspelt and passed over would answer with
 * everything. Which names a call knows is read from its handler's arguments. So is which of them take one value: one that
 * is sent twice is refused, by the lists of screens too, or one of the two would be taken in silence. Otherwise screens are
 * lenient: their addresses are kept, and what an older one said more does no harm.
 */
final class KnownQuery implements HandlerInterceptor {
    private static final String API = "/api/";

    private final Map<Method, List<QueryField>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null
                && handler instanceof HandlerMethod call
                && call.hasMethodAnnotation(RequestMapping.class)) {
            var isApi = request.getRequestURI().startsWith(API);
            if (isApi || isList(call)) {
                var fields = known.computeIfAbsent(call.getMethod(), method -> QueryField.ofQuery(call));
                require(fields, request.getQueryString(), isApi);
            }
        }
        return true;
    }

    private static boolean isList(HandlerMethod call) {
        return Stream.of(call.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
    }

    private static void require(List<QueryField> fields, String query, boolean all) {
        var sent = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        var times = new TreeMap<String, Integer>();
        sent.forEach((raw, values) ->
                times.merge(UriUtils.decode(raw.replace('+', ' '), "UTF-8"), values.size(), Integer::sum));
        times.forEach((name, number) -> {
            var field = fields.stream().filter(each -> each.name().equals(name)).findFirst();
            if (all && field.isEmpty()) {
                throw new Refusal.Malformed(
                        "There is no `" + name + "` in the query of this call. " + whatThereIs(names(fields)));
            }
            if (number > 1 && field.isPresent() && !field.get().isList()) {
                throw new Refusal.Malformed("`" + name + "` stands " + (number == 2 ? "twice" : number + " times")
                        + " in the query and takes one value. Send it once.");
            }
        });
    }

    private static String whatThereIs(Set<String> known) {
        return known.isEmpty()
                ? "It takes no query."
                : "It takes " + known.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", ")) + ".";
    }

    /** In the order of the alphabet. */
    private static Set<String> names(List<QueryField> fields) {
        return fields.stream().map(QueryField::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
