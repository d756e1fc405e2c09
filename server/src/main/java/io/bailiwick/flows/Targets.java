package io.bailiwick.flows;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.IpRange;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where deliveries may go: to public addresses, and to private ones only where that is configured, so that nobody reaches
 * this machine or its network by an endpoint. A name is judged by what it stands for each time that it is connected to.
 */
@Component
class Targets {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Loopback, private, link-local and shared networks, documentation, multicast, and what wraps an IPv4 address. */
    private static final AllowList CLOSED = AllowList.of(Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(IpRange::parse)
            .toList());

    private final AllowList open;

    Targets(FlowSettings settings) {
        this.open = settings.open();
    }

    /** An address that deliveries must not go to. */
    static final class Closed extends UnknownHostException {
        Closed(String host) {
            super(sentence(host));
        }

        static String sentence(String host) {
            return "`" + host + "` lies in a private or reserved network, to which nothing is delivered unless"
                    + " `BAILIWICK_FLOWS_PRIVATE_NETWORKS` names it.";
        }
    }

    /** What is wrong with an address as it is written, as a sentence; empty when it may stand. */
    Optional<String> problem(String url) {
        try {
            return problem(new URI(url), url);
        } catch (URISyntaxException unreadable) {
            return Optional.of("Write a whole address, such as `https://erp.example.com/orders`.");
        }
    }

    private Optional<String> problem(URI uri, String url) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme();
        var host = uri.getHost();
        if (!SCHEMES.contains(scheme) || host == null || host.isEmpty()) {
            return Optional.of("Write a whole address, such as `https://erp.example.com/orders`.");
        }
        if (url.length() > LONGEST) {
            return Optional.of("Write at most 2,000 characters.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("An address here has neither a user nor a part behind `#`.");
        }
        return isClosed(host) ? Optional.of(Closed.sentence(host)) : Optional.empty();
    }

    private boolean isClosed(String host) {
        var bare = host.replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
        if (bare.equals("localhost") || bare.endsWith(".localhost")) {
            return !isOpen("127.0.0.1");
        }
        return IpAddress.isAddress(bare) && !isOpen(bare);
    }

    /**
     * What a name stands for.
     *
     * @throws Closed when any of it is an address that deliveries must not go to
     */
    InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        for (var address : addresses) {
            if (!isOpen(address.getHostAddress().replaceFirst("%.*", ""))) {
                throw new Closed(host);
            }
        }
        return addresses;
    }

    private boolean isOpen(String text) {
        return IpAddress.of(text)
                .filter(address -> open.rangeOf(address).isPresent()
                        || CLOSED.rangeOf(address).isEmpty())
                .isPresent();
    }
}
