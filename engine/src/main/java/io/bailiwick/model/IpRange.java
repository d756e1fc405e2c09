package io.bailiwick.model;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An entry of an allow-list: a single address ({@code 10.1.2.3}, {@code 2001:db8::1}), a dotted prefix of one to three
 * octets ({@code 1.1.1.} for {@code 1.1.1.0/24}), or CIDR ({@code 1.1.1.0/31}, {@code 2001:db8::/32}), host bits accepted.
 *
 * <p>IPv4-mapped networks count as IPv4, and an IPv6 network holds IPv6 addresses alone: {@code ::/0} is not everybody.
 *
 * @param network the first address, its host bits being zero
 * @param prefix the number of leading bits that all its addresses share: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpRange(IpAddress network, int prefix) {

    private static final String ZEROS = "0.0.0.0";

    /** A range; host bits of the address are cleared. */
    public IpRange {
        int longest = network.isV4() ? 32 : 128;
        if (prefix < 0 || prefix > longest) {
            throw new InvalidValue("`/" + prefix + "` is no prefix length for " + (longest == 32 ? "IPv4" : "IPv6")
                    + ": it goes from 0 to " + longest);
        }
        int bits = network.isV4() ? prefix + 96 : prefix;
        network = new IpAddress(network.high() & highMask(bits), network.low() & lowMask(bits));
    }

    /**
     * Reads an entry in any of the three forms.
     *
     * @throws InvalidValue saying what is wrong: names, leading zeros, zone ids and ports are refused
     */
    public static IpRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return cidr(text, text.substring(0, slash), text.substring(slash + 1));
        }
        if (text.endsWith(".")) {
            return dotted(text);
        }
        var address = IpAddress.of(text)
                .orElseThrow(() -> new InvalidValue("`" + text + "` is no address, prefix or network" + hint(text)));
        return new IpRange(address, address.isV4() ? 32 : 128);
    }

    private static IpRange dotted(String text) {
        int octets = (int) text.chars().filter(character -> character == '.').count();
        boolean prefix = octets <= 3 && text.indexOf(':') < 0;
        var address = !prefix ? Optional.<IpAddress>empty() : IpAddress.of(text + ZEROS.substring(2 * octets));
        return new IpRange(
                address.orElseThrow(() -> new InvalidValue(
                        "`" + text + "` is no prefix of one to three octets, as in `10.` or `1.1.1.`" + hint(text))),
                octets * 8);
    }

    private static IpRange cidr(String text, String address, String length) {
        var first = IpAddress.of(address)
                .orElseThrow(
                        () -> new InvalidValue("`" + address + "` in `" + text + "` is no IP address" + hint(address)));
        int longest = address.indexOf(':') >= 0 ? 128 : 32;
        int prefix = lengthOf(length);
        if (prefix < 0 || prefix > longest) {
            throw new InvalidValue("`/" + length + "` in `" + text + "` is no prefix length: it goes from 0 to "
                    + longest + ", without leading zeros");
        }
        if (longest == 128 && first.isV4()) {
            if (prefix < 96) {
                throw new InvalidValue(
                        "`" + text
                                + "` reaches beyond the IPv4-mapped addresses: write it as an IPv4 network, or with `/96` to `/128`");
            }
            return new IpRange(first, prefix - 96);
        }
        return new IpRange(first, prefix);
    }

    /** A number of one to three digits without leading zeros, or -1. */
    private static int lengthOf(String text) {
        boolean number = !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(character -> IpSyntax.isDigit((char) character))
                && (text.length() == 1 || text.charAt(0) != '0');
        return number ? Integer.parseInt(text) : -1;
    }

    private static String hint(String text) {
        if (text.indexOf('%') >= 0) {
            return ": leave out the zone (`%` and what follows)";
        }
        if (text.indexOf('[') >= 0 || text.indexOf('.') > 0 && text.indexOf(':') > text.lastIndexOf('.')) {
            return ": leave out the port and brackets";
        }
        return "";
    }

    /** The lowest address. */
    public IpAddress first() {
        return network;
    }

    /** The highest address. */
    public IpAddress last() {
        int bits = bits();
        return new IpAddress(network.high() | ~highMask(bits), network.low() | ~lowMask(bits));
    }

    /** How many addresses it holds. */
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(128 - bits());
    }

    /** Whether it holds the address. */
    public boolean contains(IpAddress address) {
        int bits = bits();
        return network.isV4() == address.isV4()
                && (address.high() & highMask(bits)) == network.high()
                && (address.low() & lowMask(bits)) == network.low();
    }

    /** Its canonical text: an address when it holds one, else CIDR. */
    public String text() {
        return bits() == 128 ? network.text() : network.text() + "/" + prefix;
    }

    /** Its canonical text. */
    @Override
    public String toString() {
        return text();
    }

    private int bits() {
        return network.isV4() ? prefix + 96 : prefix;
    }

    private static long highMask(int bits) {
        return bits == 0 ? 0 : bits >= 64 ? -1 : -1L << 64 - bits;
    }

    private static long lowMask(int bits) {
        return bits <= 64 ? 0 : -1L << 128 - bits;
    }
}
