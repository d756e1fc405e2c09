package io.bailiwick.areas;

import io.bailiwick.model.InvalidValue;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The path that a server's address of an OpenAPI document puts in front of every path. */
final class ServerPath {
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*([^?#]*)");

    private ServerPath() {}

    /**
     * The path without a slash at its end; variables stand at their defaults.
     *
     * @throws InvalidValue when the address has no path that is known
     */
    static String of(Server server) {
        var url = server.getUrl() == null ? "" : resolved(server).strip();
        var address = ADDRESS.matcher(url);
        var path = address.matches() ? address.group(1) : url;
        if (!path.isEmpty() && !path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw new InvalidValue("The server's address `" + url
                    + "` has no path that could go in front: write a whole address, or a path that begins with `/`");
        }
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String resolved(Server server) {
        var url = server.getUrl();
        Map<String, ServerVariable> variables =
                server.getVariables() == null ? Map.of() : new LinkedHashMap<>(server.getVariables());
        for (var variable : variables.entrySet()) {
            var value = variable.getValue() == null ? null : variable.getValue().getDefault();
            if (value != null) {
                url = url.replace("{" + variable.getKey() + "}", value);
            }
        }
        return url;
    }
}
