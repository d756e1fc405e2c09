package io.bailiwick.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** Paths that certainly lead to this panel, whoever named them. */
public final class OwnPath {
    private static final String PLAIN = "/([!-.0-~&&[^\\\\{}]][!-~&&[^\\\\{}]]*)?";

    /** What htmx says of the page that it is on. */
    private static final String SHOWN = "HX-Current-URL";

    private OwnPath() {}

    /** Whether it is a path, with a query or without, and no browser reads another address out of it. */
    public static boolean is(String path) {
        return path.matches(PLAIN);
    }

    /** The page from which the request was sent, with its query: as htmx says, or the browser; null when neither does. */
    public static @Nullable String from(HttpServletRequest request) {
        var shown = request.getHeader(SHOWN);
        var page = shown == null ? request.getHeader(HttpHeaders.REFERER) : shown;
        try {
            return page == null ? null : path(new URI(page));
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }

    /** Where to sign in, and to be led to that path from there. */
    public static String signIn(String next) {
        return next.equals("/") ? "/sign-in" : "/sign-in?next=" + UriUtils.encode(next, StandardCharsets.UTF_8);
    }

    /** Whatever host is named, only a path is taken from it. */
    private static @Nullable String path(URI page) {
        var path = page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
        return path != null && is(path) ? path : null;
    }
}
