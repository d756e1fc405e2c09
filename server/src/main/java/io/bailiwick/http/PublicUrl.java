package io.bailiwick.http;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The address under which people reach the panel, for mails and redirects: configured, never taken from a request. */
@Component
public class PublicUrl {
    private final String base;

    PublicUrl(@Value("${bailiwick.public-url:}") String url, @Value("${server.port:8080}") int port) {
        this.base = StringUtils.hasText(url) ? checked(url.strip()) : "http://127.0.0.1:" + port;
    }

    /** The whole address of a path of the panel, such as `/sign-in`. */
    public String to(String path) {
        return base + path;
    }

    /** Scheme, host and port, as browsers send them in `Origin`. */
    public String origin() {
        return base;
    }

    private static String checked(String url) {
        var uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        if (uri.getScheme() == null
                || !uri.getScheme().matches("https?")
                || uri.getHost() == null
                || StringUtils.hasText(uri.getRawPath())
                || uri.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "BAILIWICK_PUBLIC_URL takes a scheme and a host and nothing else, such as "
                            + "`https://panel.example.com`; it is `" + url + "`.");
        }
        return uri.toString();
    }
}
