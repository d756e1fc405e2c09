package io.bailiwick.signin;

import io.bailiwick.model.RequestPath;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to go after signing in: a page of this panel, never another site.
 *
 * @param path a canonical path, with its query
 */
record NextPage(String path) {
    private static final String HOME = "/";
    private static final int LONGEST = 2_000;

    /** What may stand in a path and a query without any program reading it otherwise. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    /** Reads what the address bar says; whatever is not surely ours is the home page. */
    static NextPage of(@Nullable String asked) {
        return asked != null
                        && asked.length() <= LONGEST
                        && PLAIN.matcher(asked).matches()
                        && RequestPath.of(asked) instanceof RequestPath.Canonical
                        && !asked.startsWith("/sign-")
                ? new NextPage(asked)
                : new NextPage(HOME);
    }

    /** Whether it is anything but the home page. */
    boolean isAsked() {
        return !path.equals(HOME);
    }
}
