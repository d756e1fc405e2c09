package io.bailiwick.http;

import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

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

    /** In the order of the alphabet. The fields of an uploaded form stand in its body, not in the query. */
    private static Set<String> names(HandlerMethod call) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(call.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.asList(mapping.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE)
                ? Set.of()
                : Stream.of(call.getMethodParameters())
                        .flatMap(KnownQuery::names)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(MethodParameter argument) {
        var single = argument.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            argument.initParameterNameDiscovery(NAMES);
            return Stream.of(single.name().isEmpty() ? String.valueOf(argument.getParameterName()) : single.name());
        }
        if (argument.getParameterType() == PageRequest.class) {
            return PageRequestArgument.NAMES.stream();
        }
        return argument.hasParameterAnnotation(ModelAttribute.class)
                ? Stream.of(argument.getParameterType().getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }
}
