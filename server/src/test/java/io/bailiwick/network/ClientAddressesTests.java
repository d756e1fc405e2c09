package io.bailiwick.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.IpAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressesTests {
    private final ClientAddresses behindProxies =
            new ClientAddresses(new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::1")));

    @Test
    void nobodyIsBelievedByDefault() {
        var addresses = new ClientAddresses(new TrustedProxies(List.of()));
        assertThat(addresses.of("127.0.0.1", List.of("192.0.2.7"))).isEqualTo(address("127.0.0.1"));
        assertThat(addresses.isTrusted("127.0.0.1")).isFalse();
    }

    @Test
    void headersOfAnUntrustedConnectionAreNotRead() {
        assertThat(behindProxies.of("192.0.2.1", List.of("192.0.2.7"))).isEqualTo(address("192.0.2.1"));
        assertThat(behindProxies.of("192.0.2.1", List.of("garbage"))).isEqualTo(address("192.0.2.1"));
    }

    @Test
    void trustedProxiesAreSkippedFromTheRight() {
        assertThat(behindProxies.of("10.0.0.1", List.of("198.51.100.1, 192.0.2.7, 10.0.0.3")))
                .isEqualTo(address("192.0.2.7"));
        assertThat(behindProxies.of("2001:db8::1", List.of("192.0.2.7"))).isEqualTo(address("192.0.2.7"));
    }

    @Test
    void severalHeadersAreJoined() {
        assertThat(behindProxies.of("10.0.0.1", List.of("198.51.100.1", "192.0.2.7", "10.0.0.3")))
                .isEqualTo(address("192.0.2.7"));
    }

    @Test
    void whatAClientClaimsOfItselfIsNotBelieved() {
        assertThat(behindProxies.of("10.0.0.1", List.of("10.0.0.9, 192.0.2.7"))).isEqualTo(address("192.0.2.7"));
    }

    @Test
    void whereEveryHopIsTrustedTheFurthestIsTheClient() {
        assertThat(behindProxies.of("10.0.0.1", List.of("10.0.0.7, 10.0.0.3"))).isEqualTo(address("10.0.0.7"));
    }

    @Test
    void aTrustedProxyWithoutTheHeaderSpeaksForItself() {
        assertThat(behindProxies.of("10.0.0.1", List.of())).isEqualTo(address("10.0.0.1"));
    }

    @Test
    void whatCannotBeReadIsNobodysAddress() {
        for (var header : List.of("unknown", "", "192.0.2.7,", ",192.0.2.7", "192.0.2.7:80", "192.0.2.07", "[::1]")) {
            assertThat(behindProxies.of("10.0.0.1", List.of(header))).as(header).isEmpty();
        }
        assertThat(behindProxies.of("10.0.0.1", List.of("unknown, 192.0.2.7"))).isEmpty();
        assertThat(behindProxies.of("not an address", List.of())).isEmpty();
    }

    @Test
    void mappedAddressesAreIpv4AndTheKernelsZonesAreLeftOut() {
        assertThat(behindProxies.of("::ffff:10.0.0.1", List.of("192.0.2.7"))).isEqualTo(address("192.0.2.7"));
        assertThat(behindProxies.of("fe80::1%eth0", List.of())).isEqualTo(address("fe80::1"));
    }

    private static Optional<IpAddress> address(String text) {
        return Optional.of(IpAddress.parse(text));
    }
}
