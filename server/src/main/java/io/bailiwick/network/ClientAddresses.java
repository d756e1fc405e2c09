package io.bailiwick.network;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Tells the client's address: the connection's, unless that is a trusted proxy; then all `X-Forwarded-For` values are
 * joined, trusted proxies are skipped from the right, and the first other address is the client. Nobody is trusted by
 * default, and the headers of those who are not trusted are not read at all.
 */
@Service
@EnableConfigurationProperties(TrustedProxies.class)
public class ClientAddresses {
    private final AllowList proxies;

    ClientAddresses(TrustedProxies proxies) {
        this.proxies = proxies.list();
    }

    /**
     * Whether forwarding headers of this connection are believed.
     *
     * @param remote the connection's other end, as text
     */
    public boolean isTrusted(String remote) {
        return IpAddress.of(withoutZone(remote)).filter(this::isTrusted).isPresent();
    }

    /**
     * The client's address.
     *
     * @param remote the connection's other end, as text
     * @param forwardedFor every `X-Forwarded-For` header in the order received; none is fine: then a trusted proxy speaks
     *     for itself
     * @return empty when the address cannot be read, which closes the network gate even with an empty allow-list
     */
    public Optional<IpAddress> of(String remote, List<String> forwardedFor) {
        var connection = IpAddress.of(withoutZone(remote));
        if (forwardedFor.isEmpty() || connection.isEmpty() || !isTrusted(connection.get())) {
            return connection;
        }
        var hops = new ArrayList<IpAddress>();
        for (var hop : String.join(",", forwardedFor).split(",", -1)) {
            var address = IpAddress.of(hop.strip());
            if (address.isEmpty()) {
                return Optional.empty();
            }
            hops.add(address.get());
        }
        return Optional.of(client(hops));
    }

    /** Where every hop is trusted, the one furthest away is the client: it is one of our own machines. */
    private IpAddress client(List<IpAddress> hops) {
        return hops.reversed().stream()
                .filter(hop -> !isTrusted(hop))
                .findFirst()
                .orElseGet(hops::getFirst);
    }

    private boolean isTrusted(IpAddress address) {
        return proxies.rangeOf(address).isPresent();
    }

    /** The kernel names the interface of a link-local address behind `%`; it is no part of the address. */
    private static String withoutZone(String remote) {
        var zone = remote.indexOf('%');
        return zone < 0 ? remote : remote.substring(0, zone);
    }
}
