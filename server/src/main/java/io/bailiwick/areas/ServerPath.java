package io.bailiwick.areas;

import io.bailiwick.model.InvalidValue;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path that a server's address of an OpenAPI document puts in front of every path. */
final class ServerPath {
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*([^?#]*)");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /** Of the address and of each variable's value. */
    private static final int LONGEST = 1_000;

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

    /** Each variable once, by its default: a default that names another variable stays as it is. */
    private static String resolved(Server server) {
        var variables = server.getVariables() == null ? Map.<String, ServerVariable>of() : server.getVariables();
        var url = bounded(server.getUrl());
        return VARIABLE.matcher(url).replaceAll(found -> {
            var variable = variables.get(found.group(1));
            var value = variable == null ? null : variable.getDefault();
            return Matcher.quoteReplacement(value == null ? found.group() : bounded(value));
        });
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidValue("The server's address is longer than " + LONGEST + " characters");
        }
        return text;
    }
}
