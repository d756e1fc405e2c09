package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine and the reference read the same addresses and entries, and let in the same. */
class NetworkAgreementTests {
    private static final int TRIES = 10_000;

    @Property(tries = TRIES)
    void nastyAddressesAreReadAlike(@ForAll("nasty") String text) {
        assertThat(IpAddress.of(text).isPresent())
                .as("%s in the engine", text)
                .isEqualTo(PlainNetwork.address(text).isPresent());
    }

    @Property(tries = TRIES)
    void nastyEntriesAreReadAlike(@ForAll("nasty") String text) {
        assertThat(engine(text).isPresent())
                .as("%s in the engine", text)
                .isEqualTo(PlainNetwork.entry(text).isPresent());
    }

    @Property(tries = TRIES)
    void addressesAreLetInAlike(@ForAll long seed) {
        var networks = new RandomNetworks(new SplittableRandom(seed));
        var entry = networks.entry();
        var address = networks.address();
        boolean reference = PlainNetwork.address(address)
                .filter(PlainNetwork.entry(entry).orElseThrow()::holds)
                .isPresent();
        var engine = engine(entry).orElseThrow();
        assertThat(engine.admits(address)).as("%s in %s", address, entry).isEqualTo(reference);
        IpAddress.of(address)
                .ifPresent(parsed -> assertThat(engine.admits(parsed)).isEqualTo(reference));
    }

    @Property(tries = TRIES)
    void anAddressIsLetInByItself(@ForAll long seed) {
        var address = new RandomNetworks(new SplittableRandom(seed)).address();
        PlainNetwork.address(address).ifPresent(read -> {
            assertThat(PlainNetwork.entry(address).orElseThrow().holds(read)).isTrue();
            assertThat(engine(address).orElseThrow().admits(address)).isTrue();
        });
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.of(
                        "1",
                        "10",
                        "0",
                        "01",
                        "255",
                        "256",
                        ".",
                        ".",
                        ".",
                        ":",
                        ":",
                        "::",
                        "/",
                        "/8",
                        "/96",
                        "/128",
                        "/032",
                        "ffff",
                        "::ffff:",
                        "a",
                        "db8",
                        "g",
                        "12345",
                        "1.2.3.4",
                        "%1",
                        "[",
                        "]",
                        " ",
                        "-1",
                        "+1",
                        "١",
                        "1.2.3",
                        "2001:db8")
                .list()
                .ofMaxSize(9)
                .map(tokens -> String.join("", tokens));
    }

    private static Optional<AllowList> engine(String entry) {
        try {
            return Optional.of(AllowList.parse(List.of(entry)));
        } catch (InvalidValue invalid) {
            return Optional.empty();
        }
    }
}
