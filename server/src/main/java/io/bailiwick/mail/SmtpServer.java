package io.bailiwick.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where mail is handed to, and how.
 *
 * @param encrypted whether TLS begins before the first word (`smtps`) and not by STARTTLS
 * @param user whom to sign in as, or null when nobody is asked for
 */
record SmtpServer(
        boolean encrypted,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final String CONNECTING = "10000";
    private static final String TALKING = "30000";

    /** Reads a URL; empty when it is none of `smtp` or `smtps`, or has a path or a query. */
    static Optional<SmtpServer> read(String url) {
        try {
            var uri = new URI(url.strip());
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var plain = (uri.getRawPath() == null || uri.getRawPath().matches("/?"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!scheme.matches("smtps?") || uri.getHost() == null || !plain || uri.getPort() == 0) {
                return Optional.empty();
            }
            var encrypted = scheme.equals("smtps");
            var port = uri.getPort() > 0 ? uri.getPort() : encrypted ? SUBMISSIONS : SUBMISSION;
            var who = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return port > 65_535
                    ? Optional.empty()
                    : Optional.of(new SmtpServer(encrypted, host(uri), port, part(who, 0), part(who, 1)));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** As Jakarta Mail names it: what the session of the library is made of. */
    Properties properties() {
        var prefix = "mail." + protocol() + ".";
        var properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(user != null));
        properties.setProperty(prefix + "connectiontimeout", CONNECTING);
        properties.setProperty(prefix + "timeout", TALKING);
        properties.setProperty(prefix + "writetimeout", TALKING);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (!encrypted && !isLoopback()) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** `smtp` or `smtps`. */
    String protocol() {
        return encrypted ? "smtps" : "smtp";
    }

    /** Whether the host is written as one that cannot be another machine: whoever answers for names decides nothing here. */
    boolean isLoopback() {
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** Never the password. */
    @Override
    public String toString() {
        return protocol() + "://" + host + ":" + port;
    }

    private static String host(URI uri) {
        var host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static @Nullable String part(String[] parts, int number) {
        return parts.length > number && !parts[number].isEmpty()
                ? UriUtils.decode(parts[number], StandardCharsets.UTF_8)
                : null;
    }
}
