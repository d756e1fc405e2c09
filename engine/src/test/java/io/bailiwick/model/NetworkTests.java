package io.bailiwick.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "255.255.255.255, 255.255.255.255",
        "0.0.0.0, 0.0.0.0",
        "::ffff:1.2.3.4, 1.2.3.4",
        "::FFFF:102:304, 1.2.3.4",
        "0:0:0:0:0:ffff:1.2.3.4, 1.2.3.4",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8::1, 2001:db8::1",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:0:0:4:0:0:0:8, 1:0:0:4::8",
        "1:0:3:4:5:6:7:8, 1:0:3:4:5:6:7:8",
        "1::3:4:5:6:7:8, 1:0:3:4:5:6:7:8",
        "64:ff9b::1.2.3.4, 64:ff9b::102:304",
        "::1.2.3.4, ::102:304",
        "1:2:3:4:5:6::, 1:2:3:4:5:6::"
    })
    void addressesAreReadAndWritten(String text, String canonical) {
        assertThat(IpAddress.parse(text).text()).isEqualTo(canonical);
        assertThat(AllowList.EMPTY.admits(text)).isTrue();
        assertThat(AllowList.parse(List.of(text)).admits(canonical)).isTrue();
        assertThat(AllowList.parse(List.of(canonical)).admits(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.",
                ".1.2.3.4",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.04",
                "1.2.3.4:80",
                "1..2.3",
                "-1.2.3.4",
                "1.2.3.4 ",
                "0x1.2.3.4",
                "1.2.3.1234",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "1:2:3:4:5:6:7:",
                ":1:2:3:4:5:6:7",
                "1:",
                ":1",
                "12345::",
                "g::",
                "01::",
                "::00",
                "fe80::1%eth0",
                "[::1]",
                "[::1]:80",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "localhost",
                "١.2.3.4"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(IpAddress.of(text)).isEmpty();
        assertThat(AllowList.EMPTY.admits(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1., 1.1.1.0/24, 1.1.1.0, 1.1.1.255, 256",
        "10., 10.0.0.0/8, 10.0.0.0, 10.255.255.255, 16777216",
        "1.2., 1.2.0.0/16, 1.2.0.0, 1.2.255.255, 65536",
        "1.1.1.0/31, 1.1.1.0/31, 1.1.1.0, 1.1.1.1, 2",
        "1.1.1.1/31, 1.1.1.0/31, 1.1.1.0, 1.1.1.1, 2",
        "1.1.1.1/32, 1.1.1.1, 1.1.1.1, 1.1.1.1, 1",
        "1.1.1.1, 1.1.1.1, 1.1.1.1, 1.1.1.1, 1",
        "1.1.1.1/0, 0.0.0.0/0, 0.0.0.0, 255.255.255.255, 4294967296",
        "::ffff:1.2.3.4/120, 1.2.3.0/24, 1.2.3.0, 1.2.3.255, 256",
        "2001:db8::1/32, 2001:db8::/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 79228162514264337593543950336",
        "2001:db8::1/127, 2001:db8::/127, 2001:db8::, 2001:db8::1, 2"
    })
    void entriesHaveThreeForms(String text, String canonical, String first, String last, BigInteger size) {
        var range = IpRange.parse(text);
        assertThat(range.text()).isEqualTo(canonical);
        assertThat(range.first().text()).isEqualTo(first);
        assertThat(range.last().text()).isEqualTo(last);
        assertThat(range.size()).isEqualTo(size);
        assertThat(IpRange.parse(canonical)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1.1.0/33 | `/33` in `1.1.1.0/33` is no prefix length: it goes from 0 to 32, without leading zeros",
                "1.1.1.0/08 | `/08` in `1.1.1.0/08` is no prefix length: it goes from 0 to 32, without leading zeros",
                "2001:db8::/129 | `/129` in `2001:db8::/129` is no prefix length: it goes from 0 to 128, without leading zeros",
                "1.1.1.0/ | `/` in `1.1.1.0/` is no prefix length: it goes from 0 to 32, without leading zeros",
                "1.1.1./24 | `1.1.1.` in `1.1.1./24` is no IP address",
                "1.1.1.1. | `1.1.1.1.` is no prefix of one to three octets, as in `10.` or `1.1.1.`",
                ". | `.` is no prefix of one to three octets, as in `10.` or `1.1.1.`",
                "::1. | `::1.` is no prefix of one to three octets, as in `10.` or `1.1.1.`",
                "::ffff:10. | `::ffff:10.` is no prefix of one to three octets, as in `10.` or `1.1.1.`",
                "01. | `01.` is no prefix of one to three octets, as in `10.` or `1.1.1.`",
                "1.1.1.1:80 | `1.1.1.1:80` is no address, prefix or network: leave out the port and brackets",
                "fe80::1%eth0 | `fe80::1%eth0` is no address, prefix or network: leave out the zone (`%` and what follows)",
                "example.org | `example.org` is no address, prefix or network"
            })
    void wrongEntriesAreNamedPrecisely(String text, String message) {
        assertThatThrownBy(() -> IpRange.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }

    @Test
    void anIpv6NetworkHoldsNoIpv4Address() {
        assertThat(AllowList.parse(List.of("::/0")).admits("1.2.3.4")).isFalse();
        assertThat(AllowList.parse(List.of("0.0.0.0/0")).admits("::1")).isFalse();
        assertThat(AllowList.parse(List.of("0.0.0.0/0")).admits("::ffff:1.2.3.4"))
                .isTrue();
        assertThatThrownBy(() -> IpRange.parse("::ffff:1.2.3.4/90")).isInstanceOf(InvalidValue.class);
    }

    /** Each octet at each place and beside octets of each width, and texts with one or two characters changed. */
    @Test
    void anIpv4AddressIsFourNumbersBelow256WithoutLeadingZeros() {
        var octet = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
        var grammar = Pattern.compile(octet + "(\\." + octet + "){3}");
        var strange = "0123456789../:; -+aA\u0000\u0080\u00b1\u012e\u0130\u0660\uff11";
        var random = new Random(5);
        for (int round = 0; round < 200_000; round++) {
            var text = new StringBuilder(random.ints(4, 0, round % 4 == 0 ? 300 : 256)
                    .mapToObj(number -> Integer.toString(number % (1 << 1 + random.nextInt(9))))
                    .collect(Collectors.joining(".")));
            for (int change = random.nextInt(3); change > 0; change--) {
                int at = random.nextInt(text.length());
                var character =
                        strange.substring(random.nextInt(strange.length())).substring(0, 1);
                text.replace(at, at + random.nextInt(2), character);
            }
            var read = IpAddress.of(text.toString());
            assertThat(read.isPresent() && read.get().isV4())
                    .as(text.toString())
                    .isEqualTo(grammar.matcher(text).matches());
            read.filter(IpAddress::isV4)
                    .ifPresent(address -> assertThat(address.text()).isEqualTo(text.toString()));
        }
    }

    @Test
    void aListHoldsWhatOneOfItsRangesHolds() {
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            var ranges = random.ints(random.nextInt(6) + 1, 0, 256)
                    .mapToObj(
                            bits -> new IpRange(addressOf(bits), addressOf(bits).isV4() ? 24 + random.nextInt(9) : 120))
                    .toList();
            var list = AllowList.of(ranges);
            for (int bits = 0; bits < 256; bits++) {
                var address = addressOf(bits);
                boolean held = ranges.stream().anyMatch(range -> range.contains(address));
                assertThat(list.admits(address)).isEqualTo(held);
                assertThat(list.admits(address.text())).isEqualTo(held);
            }
        }
    }

    private static IpAddress addressOf(int bits) {
        return IpAddress.parse(bits % 3 == 0 ? "2001:db8::" + Integer.toHexString(bits) : "10.0.0." + bits);
    }
}
