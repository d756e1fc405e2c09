package io.bailiwick.signin;

import io.bailiwick.model.RequestPath;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a page of this panel, or one that claims to be of an application that it guards.
 *
 * @param origin empty for the panel; of anything else whoever leads there has to make sure first
 * @param path a canonical path, with its query
 */
record NextPage(String origin, String path) {
    private static final String HOME = "/";
    private static final int LONGEST = 2_000;

    /** What may stand in a path and a query without any program reading it otherwise. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?)(/.*)");

    /** Reads what the address bar says; whatever cannot be read with certainty is the home page. */
    static NextPage of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST) {
            return new NextPage("", HOME);
        }
        var elsewhere = ELSEWHERE.matcher(asked);
        var origin = elsewhere.matches() ? elsewhere.group(1) : "";
        var path = asked.substring(origin.length());
        return isPlain(path) && !(origin.isEmpty() && path.startsWith("/sign-"))
                ? new NextPage(origin, path)
                : new NextPage("", HOME);
    }

    private static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches() && RequestPath.of(path) instanceof RequestPath.Canonical;
    }

    /** Whether it is a page of the panel itself. */
    boolean isOurs() {
        return origin.isEmpty();
    }

    /** As a browser is told to go there. */
    String address() {
        return origin + path;
    }
}
