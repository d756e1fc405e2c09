package io.bailiwick.decisions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The request that a proxy asks about, as the proxy describes it.
 *
 * @param method its method, as on the wire
 * @param uri its path and query, as on the wire
 * @param client what the proxies say of the client's address: every `X-Forwarded-For` value
 * @param origin scheme and host under which the browser asked, when the proxy says them
 * @param browser what the browser says of itself
 */
record Forwarded(String method, String uri, List<String> client, Optional<String> origin, Browser browser) {

    /**
     * What a browser says.
     *
     * @param origin its `Origin`, when there is one
     * @param site its `Sec-Fetch-Site`, when there is one
     * @param wantsPage whether it asks for a page
     */
    record Browser(Optional<String> origin, Optional<String> site, boolean wantsPage) {}

    /** Whether the method may change something: everything but GET, HEAD and OPTIONS. */
    boolean isWrite() {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    /** Whether a browser was led here by another site: then a cookie proves nothing of the person's will. */
    boolean isCrossSite(List<String> registered) {
        var said = browser.origin().orElse(null);
        return browser.site().filter(site -> site.equals("cross-site")).isPresent()
                || (said != null && !isOwn(said, registered));
    }

    private boolean isOwn(String said, List<String> registered) {
        return origin.filter(own -> own.equalsIgnoreCase(said)).isPresent()
                || registered.stream().anyMatch(own -> own.equalsIgnoreCase(said));
    }

    /** The path and query of an address that may name scheme and host as well. */
    static String relative(String uri) {
        var lower = uri.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
            return uri;
        }
        var path = uri.indexOf('/', uri.indexOf("://") + 3);
        return path < 0 ? uri : uri.substring(path);
    }
}
