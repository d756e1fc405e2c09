package io.bailiwick.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at the handlers only whose paths begin as the request's does. For a path with a variable Spring tries every condition
 * of each handler of the whole server, which takes longer than what most of them do.
 *
 * <p>A path with an escape is left to Spring wholly: it compares what is decoded.
 */
class NearHandlers extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

    /** Remembers the path, which is long to ask for through all the wrappers of a request. */
    private static final class Looked extends HttpServletRequestWrapper {
        private final String path;

        Looked(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }
    }

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        beginnings.put(mapping, beginning(mapping));
        super.registerHandlerMethod(handler, method, mapping);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        return super.lookupHandlerMethod(path, path.indexOf('%') < 0 ? new Looked(request, path) : request);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        return request instanceof Looked looked && !looked.path.startsWith(beginnings.getOrDefault(mapping, ""))
                ? null
                : super.getMatchingMapping(mapping, request);
    }

    /** What all paths of a handler begin with; without a slash at the end, since a variable may match it or not. */
    private static String beginning(RequestMappingInfo mapping) {
        var beginnings = mapping.getPatternValues().stream()
                .map(pattern -> pattern.split("/?[{*?]", 2)[0])
                .toList();
        return beginnings.stream()
                .filter(one -> beginnings.stream().allMatch(other -> other.startsWith(one)))
                .findAny()
                .orElse("");
    }
}
