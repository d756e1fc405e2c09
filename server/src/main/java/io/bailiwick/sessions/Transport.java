package io.bailiwick.sessions;

import io.bailiwick.model.AllowList;
import io.bailiwick.network.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How a request travelled: from which address, whether encrypted, whether it never left this machine. */
@Component
public class Transport {
    /** What stands for an address that cannot be read; no allow-list holds it. */
    static final String UNREADABLE = "unreadable";

    private static final AllowList LOOPBACK = AllowList.parse(List.of("127.0.0.0/8", "::1"));

    private final ClientAddresses addresses;

    Transport(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    /** The client's address as text, or a word that is no address when it cannot be read. */
    public String address(HttpServletRequest request) {
        return addresses
                .of(request.getRemoteAddr(), headers(request, "X-Forwarded-For"))
                .map(Object::toString)
                .orElse(UNREADABLE);
    }

    /** Whether the browser speaks TLS, to us or to a trusted proxy that says so. */
    public boolean isEncrypted(HttpServletRequest request) {
        if (request.isSecure()) {
            return true;
        }
        var schemes = headers(request, "X-Forwarded-Proto");
        return !schemes.isEmpty()
                && addresses.isTrusted(request.getRemoteAddr())
                && schemes.stream().allMatch("https"::equalsIgnoreCase);
    }

    /** Whether a session that comes along is read: nobody else on the network saw this connection. */
    boolean isPrivate(HttpServletRequest request) {
        return isEncrypted(request) || LOOPBACK.admits(request.getLocalAddr());
    }

    /**
     * Whether a session may be handed out: over TLS, or to a browser on this machine that asked a loopback address. A proxy
     * here makes every connection one of this machine, so what it forwards has to be of this machine too; its headers
     * can only forbid, whoever sends them.
     */
    boolean mayCarrySession(HttpServletRequest request) {
        return isEncrypted(request)
                || LOOPBACK.admits(request.getLocalAddr())
                        && LOOPBACK.admits(request.getRemoteAddr())
                        && isLoopbackName(request.getServerName())
                        && values(request, "X-Forwarded-Host").allMatch(Transport::isLoopbackName)
                        && values(request, "X-Forwarded-For").allMatch(LOOPBACK::admits)
                        && values(request, "X-Real-IP").allMatch(LOOPBACK::admits)
                        && request.getHeader("Forwarded") == null;
    }

    private static boolean isLoopbackName(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || LOOPBACK.admits(
                        name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name);
    }

    private static Stream<String> values(HttpServletRequest request, String name) {
        return headers(request, name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)).map(String::strip));
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
