package io.bailiwick.decisions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads what a proxy says of the request that it asks about. A header that is missing or comes twice says nothing. */
@Component
class ProxyMetadata {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    Optional<Forwarded> ofAuthRequest(HttpServletRequest request) {
        return forwarded(request, one(request, "X-Original-Method"), originalUri(request), forwardedOrigin(request));
    }

    Optional<Forwarded> ofForwardAuth(HttpServletRequest request) {
        return forwarded(
                request, one(request, "X-Forwarded-Method"), one(request, "X-Forwarded-Uri"), forwardedOrigin(request));
    }

    Optional<Forwarded> ofExtAuthz(String application, HttpServletRequest request) {
        var prefix = "/authz/" + application + "/ext-authz";
        var path = request.getRequestURI();
        if (!path.startsWith(prefix + "/")) {
            return Optional.empty();
        }
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return forwarded(
                request,
                Optional.of(request.getMethod()),
                Optional.of(path.substring(prefix.length()) + query),
                forwardedOrigin(request).or(() -> origin(request, HttpHeaders.HOST)));
    }

    /**
     * Proxies know two names for it and set one; that of the whole address may have a scheme and a host in front. Where both
     * come and differ, one is the client's word.
     */
    private static Optional<String> originalUri(HttpServletRequest request) {
        var uris = Collections.list(request.getHeaders("X-Original-URI"));
        var urls = Collections.list(request.getHeaders("X-Original-URL"));
        if (uris.size() > 1 || urls.size() > 1) {
            return Optional.empty();
        }
        var said = new HashSet<>(uris);
        urls.forEach(url -> said.add(Forwarded.relative(url)));
        return said.size() == 1 ? said.stream().findFirst() : Optional.empty();
    }

    private static Optional<Forwarded> forwarded(
            HttpServletRequest request, Optional<String> method, Optional<String> uri, Optional<String> origin) {
        var client = Collections.list(request.getHeaders(FORWARDED_FOR));
        return method.filter(verb -> !client.isEmpty())
                .flatMap(verb -> uri.map(path -> new Forwarded(verb, path, client, origin, browser(request, verb))));
    }

    private static Optional<String> forwardedOrigin(HttpServletRequest request) {
        return origin(request, "X-Forwarded-Host");
    }

    private static Optional<String> origin(HttpServletRequest request, String header) {
        return one(request, "X-Forwarded-Proto")
                .flatMap(proto -> one(request, header).map(host -> proto + "://" + host));
    }

    private static Forwarded.Browser browser(HttpServletRequest request, String method) {
        var accepts = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        var page = method.equals("GET") && accepts.stream().anyMatch(value -> value.contains("text/html"));
        return new Forwarded.Browser(origins(request), site(request), page);
    }

    /** Two origins are none of anybody's: joined, they equal no origin. */
    private static Optional<String> origins(HttpServletRequest request) {
        var all = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
    }

    private static Optional<String> site(HttpServletRequest request) {
        var all = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.size() == 1 ? all.getFirst() : "cross-site");
    }

    private static Optional<String> one(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
