package io.bailiwick.areas;

import io.bailiwick.guard.Declarations.Route;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import io.bailiwick.model.HttpMethods;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The panel's own areas as its handlers declare them.
 *
 * @param paths the paths of every area that the code knows, in the order of the code
 */
record DeclaredAreas(Map<PanelArea, List<AreaPath>> paths) {
    /** `{name:regex}`; the regex narrows what the handler takes, not what the area covers. */
    private static final Pattern NARROWED = Pattern.compile("\\{([^}:*]+):[^}]*}");

    /** `/**` or `/{*rest}` at the end: a pattern covers everything below it anyway. */
    private static final Pattern REST = Pattern.compile("/(\\*\\*|\\{\\*[^}]*})$");

    /**
     * The areas of these routes.
     *
     * @throws IllegalStateException when two routes collide
     */
    static DeclaredAreas of(List<Route> routes) {
        var paths = new LinkedHashMap<PanelArea, List<AreaPath>>();
        for (var area : PanelArea.values()) {
            paths.put(area, new ArrayList<>());
        }
        var byPattern = new TreeMap<String, Route>();
        routes.forEach(route -> byPattern.merge(text(route), route, DeclaredAreas::merged));
        var collisions = new Collisions();
        byPattern.forEach((text, route) -> {
            var pattern = PathPattern.parse(text);
            collisions.with(pattern).ifPresent(taken -> {
                throw new IllegalStateException("The routes `" + text + "` and `" + taken.pattern() + "` ("
                        + taken.area() + ") collide. Give what stands between braces one name.");
            });
            collisions.add(pattern, route.area().title());
            // A pattern `/` would cover whatever no area covers, and that is to be denied.
            if (!pattern.segments().isEmpty()) {
                paths.computeIfAbsent(route.area(), area -> new ArrayList<>())
                        .add(AreaPath.of(pattern, overrides(route.actions())));
            }
        });
        return new DeclaredAreas(paths);
    }

    /** The paths of the area with that name, or null when the code knows none. */
    @Nullable
    List<AreaPath> of(String title) {
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().title().equals(title))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** SHA-256 over everything declared: accounts that remember another one are brought up to date. */
    String digest() {
        var text = new StringBuilder();
        paths.forEach((area, declared) -> {
            text.append(area.title()).append('\n').append(area.gate()).append('\n');
            declared.forEach(path -> text.append(path.pattern())
                    .append(' ')
                    .append(path.actions())
                    .append('\n'));
        });
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Route route) {
        var text =
                REST.matcher(NARROWED.matcher(route.path()).replaceAll("{$1}")).replaceAll("");
        return text.isEmpty() ? "/" : PathPattern.parse(text).text();
    }

    private static Route merged(Route one, Route other) {
        if (one.area() != other.area()) {
            throw new IllegalStateException("`" + one.path() + "` and `" + other.path()
                    + "` are one path in two areas: " + one.area() + " and " + other.area() + ".");
        }
        var actions = new TreeMap<>(one.actions());
        actions.putAll(other.actions());
        return new Route(one.path(), one.area(), actions);
    }

    private static MethodOverrides overrides(Map<String, Action> actions) {
        var unusual = new TreeMap<String, Action>();
        actions.forEach((method, action) -> {
            if (!method.equals("HEAD") && HttpMethods.actionOf(method) != action) {
                unusual.put(method, action);
            }
        });
        return MethodOverrides.of(unusual);
    }
}
