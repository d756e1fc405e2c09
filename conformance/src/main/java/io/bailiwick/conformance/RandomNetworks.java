package io.bailiwick.conformance;

import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/** Allow-list entries and addresses close enough to each other to be often in and often just out. */
final class RandomNetworks {
    private static final List<Integer> OCTETS = List.of(0, 1, 10, 11, 127, 128, 255);
    private static final List<String> GROUPS = List.of("0", "1", "a", "ffff", "2001", "db8", "DB8", "8000");
    private static final List<String> UNREADABLE =
            List.of("", "nonsense", "010.0.0.1", "10.", "1.2.3", "1.2.3.256", "fe80::1%eth0", "10.0.0.1:80", "1::2::3");

    private final RandomGenerator random;

    RandomNetworks(RandomGenerator random) {
        this.random = random;
    }

    String entry() {
        var entry = anyEntry();
        return PlainNetwork.entry(entry).isPresent() ? entry : entry();
    }

    private String anyEntry() {
        return switch (random.nextInt(7)) {
            case 0 -> octets(1 + random.nextInt(3)) + ".";
            case 1, 2 -> octets(4) + "/" + random.nextInt(33);
            case 3 -> sixAddress() + "/" + random.nextInt(129);
            case 4 -> "::ffff:" + octets(4) + "/" + (90 + random.nextInt(39));
            case 5 -> "2001:db8::/32";
            default -> readable();
        };
    }

    String address() {
        return random.nextInt(20) == 0 ? UNREADABLE.get(random.nextInt(UNREADABLE.size())) : readable();
    }

    private String readable() {
        return switch (random.nextInt(6)) {
            case 0 -> sixAddress();
            case 1 -> "::ffff:" + octets(4);
            case 2 -> "::FFFF:%x:%x".formatted(0xa00 + random.nextInt(3), random.nextInt(3));
            default -> octets(4);
        };
    }

    private String octets(int count) {
        var octets = new StringJoiner(".");
        for (int i = 0; i < count; i++) {
            octets.add(String.valueOf(OCTETS.get(random.nextInt(OCTETS.size()))));
        }
        return octets.toString();
    }

    private String sixAddress() {
        int left = random.nextInt(9);
        int right = left == 8 ? 0 : random.nextInt(8 - left);
        return left == 8 ? groups(8) : groups(left) + "::" + groups(right);
    }

    private String groups(int count) {
        var groups = new StringJoiner(":");
        for (int i = 0; i < count; i++) {
            groups.add(GROUPS.get(random.nextInt(GROUPS.size())));
        }
        return groups.toString();
    }
}
