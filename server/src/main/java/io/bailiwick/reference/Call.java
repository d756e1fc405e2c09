package io.bailiwick.reference;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * A call of the API.
 *
 * @param handlers who answers it: more than one when they take bodies of several types
 */
record Call(String path, RequestMethod method, List<HandlerMethod> handlers) {
    private static final String API = "/api/v1/";

    /** All that the server has, by path. */
    static Map<String, List<Call>> all(Map<RequestMappingInfo, HandlerMethod> handlers) {
        var byPath = new TreeMap<String, Map<RequestMethod, List<HandlerMethod>>>();
        handlers.forEach((mapping, handler) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith(API))
                .forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> byPath.computeIfAbsent(path, key -> new TreeMap<>())
                                .merge(method, List.of(handler), Call::joined))));
        return byPath.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> of(entry.getKey(), entry.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static List<Call> of(String path, Map<RequestMethod, List<HandlerMethod>> handlers) {
        return handlers.entrySet().stream()
                .map(entry -> new Call(path, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** In an order that does not depend on the start. */
    private static List<HandlerMethod> joined(List<HandlerMethod> some, List<HandlerMethod> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(HandlerMethod::toString))
                .toList();
    }

    /** {@code getUsersByIdAccess}: it stays as long as method and path do. */
    String id() {
        return method.name().toLowerCase(Locale.ROOT)
                + Stream.of(path.substring(API.length()).split("[/-]"))
                        .map(part -> part.startsWith("{") ? "By" + capital(part.replaceAll("[{}]", "")) : capital(part))
                        .collect(Collectors.joining());
    }

    private static String capital(String word) {
        return StringUtils.capitalize(word);
    }

    /** Where it belongs: the area that its handlers declare. */
    PanelArea area() {
        return guarded().area();
    }

    Guarded guarded() {
        var guarded = handlers.getFirst().getMethodAnnotation(Guarded.class);
        if (guarded == null) {
            throw new IllegalStateException(handlers.getFirst() + " is not guarded.");
        }
        return guarded;
    }

    /** Whether somebody has to be signed in. */
    boolean isPersonal() {
        return area() != PanelArea.PUBLIC;
    }

    boolean isRead() {
        return method == RequestMethod.GET;
    }
}
