package io.bailiwick.guard;

import io.bailiwick.model.Action;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the panel's handlers declare of themselves: from this the patterns of the built-in areas are made. */
@Component
public class Declarations {
    private final RequestMappingHandlerMapping mappings;

    Declarations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /**
     * One route.
     *
     * @param path its path pattern, as in `/api/v1/users/{id}`
     * @param actions what each of its HTTP methods does
     */
    public record Route(String path, PanelArea area, Map<String, Action> actions) {}

    /** Every guarded route of the running server, by path; methods of one path that belong to two areas are a fault. */
    public List<Route> routes() {
        var byPath = new TreeMap<String, Route>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var guarded = handler.getMethodAnnotation(Guarded.class);
            if (guarded == null) {
                return;
            }
            for (var path : mapping.getPatternValues()) {
                var route = byPath.computeIfAbsent(path, key -> new Route(key, guarded.area(), new TreeMap<>()));
                if (route.area() != guarded.area()) {
                    throw new IllegalStateException("`" + path + "` is declared in two areas: " + route.area() + " and "
                            + guarded.area() + ". One path belongs to one area.");
                }
                methods(mapping).forEach(method -> route.actions().put(method, guarded.action()));
            }
        });
        return List.copyOf(byPath.values());
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .toList();
    }
}
