package io.bailiwick.guard;

import io.bailiwick.model.AreaGate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** What is served at the path of a request, whatever its method. */
@Component
public class Served {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Served(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The declarations of all handlers whose pattern covers the path. */
    Stream<Guarded> at(HttpServletRequest request) {
        var parsed = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        var path = parsed.pathWithinApplication();
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> covers(entry.getKey(), path))
                .flatMap(entry -> Stream.ofNullable(entry.getValue().getMethodAnnotation(Guarded.class)));
    }

    /** Whether something is served there to whoever is signed out. */
    public boolean isPublic(HttpServletRequest request) {
        return at(request).anyMatch(guarded -> guarded.area().gate() == AreaGate.PUBLIC);
    }

    private static boolean covers(RequestMappingInfo mapping, PathContainer path) {
        var patterns = mapping.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
