package io.bailiwick.sessions;

import io.bailiwick.network.ClientAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a request travelled: from which address, whether encrypted, whether it never left this machine. */
@Component
public class Transport {
    /** What stands for an address that cannot be read; no allow-list holds it. */
    static final String UNREADABLE = "unreadable";

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

    /** Whether a session may travel on it: nobody else on the network can read along. */
    boolean isPrivate(HttpServletRequest request) {
        return isEncrypted(request) || isLoopback(request);
    }

    /** Whether the connection was made to a loopback address, so that nobody else on the network saw it. */
    private static boolean isLoopback(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getLocalAddr()).isLoopbackAddress();
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
