package io.bailiwick.security;

import io.bailiwick.guard.Guarded;
import io.bailiwick.model.AreaGate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One method of one route of the running server. */
record Route(String method, String pattern, @Nullable Guarded guarded, String contentType, boolean everyMethod) {
    private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{[a-zA-Z]+}");

    /** All that the server has, ours and others'. */
    static Stream<Route> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream().flatMap(entry -> of(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> of(RequestMappingInfo info, HandlerMethod handler) {
        var methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        var consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(Object::toString)
                .map(type -> type.startsWith("multipart/") ? type + "; boundary=x" : type);
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? List.of("GET", "POST") : methods)
                        .stream()
                                .map(method -> new Route(
                                        method,
                                        pattern,
                                        handler.getMethodAnnotation(Guarded.class),
                                        consumes.orElse(contentType(method, pattern)),
                                        methods.isEmpty())));
    }

    private static String contentType(String method, String pattern) {
        return !pattern.startsWith("/api/")
                ? "application/x-www-form-urlencoded"
                : method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    /** The declaration; every route of ours has one. */
    Guarded declared() {
        if (guarded == null) {
            throw new IllegalStateException(this + " declares nothing");
        }
        return guarded;
    }

    boolean isApi() {
        return pattern.startsWith("/api/") || pattern.equals("/openapi.json");
    }

    boolean isPublic() {
        return declared().area().gate() == AreaGate.PUBLIC;
    }

    boolean hasId() {
        return pattern.contains("{");
    }

    /** Whether its first id is of a kind that is among these. */
    boolean names(Map<String, String> ids) {
        var found = VARIABLE.matcher(pattern);
        return found.find() && ids.containsKey(found.group(1));
    }

    /** The path with these ids in it; what they do not name is missing. */
    String path(Map<String, String> ids) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> found.group(1) + "/" + ids.getOrDefault(found.group(1), missing()))
                .replace("/**", "/x");
    }

    private static String missing() {
        return new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L).toString();
    }

    /** The least that is sent along; null where a request has no body. */
    @Nullable
    String body() {
        if (method.equals("GET") || method.equals("DELETE")) {
            return null;
        }
        return contentType.contains("json") ? "{}" : contentType.contains("boundary=x") ? "--x--\r\n" : "x=y";
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
