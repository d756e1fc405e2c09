package io.bailiwick.conformance;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A network as the bits that all its addresses begin with; an address is the network of itself. */
record PlainNetwork(int width, String bits) {
    private static final Pattern DOTTED_PREFIX = Pattern.compile("([0-9]+\\.){1,3}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("0|[1-9A-Fa-f][0-9A-Fa-f]{0,3}");
    private static final String MAPPED = "0".repeat(80) + "1".repeat(16);

    /** Reads an entry of an allow-list; nothing when it is none. */
    static Optional<PlainNetwork> entry(String text) {
        if (DOTTED_PREFIX.matcher(text).matches()) {
            return octets(text.substring(0, text.length() - 1)).map(bits -> new PlainNetwork(32, bits));
        }
        var parts = text.split("/", -1);
        return switch (parts.length) {
            case 1 -> address(text);
            case 2 -> number(parts[1], 128).flatMap(length -> cut(parts[0], length));
            default -> Optional.empty();
        };
    }

    /** Reads an address; nothing when it cannot be read. IPv4-mapped ones count as IPv4. */
    static Optional<PlainNetwork> address(String text) {
        return bits(text).map(bits -> new PlainNetwork(bits.length(), bits)).map(PlainNetwork::unmapped);
    }

    boolean holds(PlainNetwork address) {
        return width == address.width && address.bits.startsWith(bits);
    }

    private static Optional<PlainNetwork> cut(String address, int length) {
        // An IPv4-mapped network counts as IPv4, so it cannot be wider than all of IPv4.
        return bits(address)
                .filter(bits -> length <= bits.length())
                .filter(bits -> !bits.startsWith(MAPPED) || length >= MAPPED.length())
                .map(bits -> new PlainNetwork(bits.length(), bits.substring(0, length)).unmapped());
    }

    private PlainNetwork unmapped() {
        return width == 128 && bits.startsWith(MAPPED) ? new PlainNetwork(32, bits.substring(MAPPED.length())) : this;
    }

    private static Optional<String> bits(String text) {
        if (!text.contains(":")) {
            return octets(text).filter(bits -> bits.length() == 32);
        }
        var halves = text.split("::", -1);
        if (halves.length > 2) {
            return Optional.empty();
        }
        var left = groups(halves[0], halves.length == 1);
        var right = halves.length == 1 ? Optional.of("") : groups(halves[1], true);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int missing = 128 - left.get().length() - right.get().length();
        boolean fits = halves.length == 1 ? missing == 0 : missing >= 16;
        return fits ? Optional.of(left.get() + "0".repeat(missing) + right.get()) : Optional.empty();
    }

    /** The bits of 16-bit groups between colons; the last of an address may be a dotted IPv4 address. */
    private static Optional<String> groups(String text, boolean last) {
        var bits = new StringBuilder();
        var groups = text.isEmpty() ? List.<String>of() : Arrays.asList(text.split(":", -1));
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (GROUP.matcher(group).matches()) {
                bits.append(binary(Integer.parseInt(group, 16), 16));
            } else if (last
                    && i == groups.size() - 1
                    && octets(group).orElse("").length() == 32) {
                bits.append(octets(group).orElseThrow());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(bits.toString());
    }

    private static Optional<String> octets(String dotted) {
        var octets = new ArrayList<Optional<Integer>>();
        Stream.of(dotted.split("\\.", -1)).forEach(octet -> octets.add(number(octet, 255)));
        return octets.stream().allMatch(Optional::isPresent)
                ? Optional.of(octets.stream()
                        .map(octet -> binary(octet.orElseThrow(), 8))
                        .collect(joining()))
                : Optional.empty();
    }

    private static Optional<Integer> number(String text, int most) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Integer.parseInt(text)).filter(value -> value <= most)
                : Optional.empty();
    }

    private static String binary(int value, int width) {
        return Integer.toBinaryString(1 << width | value).substring(1);
    }
}
