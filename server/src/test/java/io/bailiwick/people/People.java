package io.bailiwick.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up people: the same ones in the same order every time. Companies are as unlike in size as they are; no address is
 * given twice.
 */
public final class People {
    private static final List<String> HEADS = List.of(
            "acme",
            "globex",
            "initech",
            "umbrella",
            "hooli",
            "northgate",
            "southgate",
            "stark",
            "wayne",
            "tyrell",
            "cyberdyne",
            "vandelay",
            "wonka",
            "soylent",
            "aperture",
            "monarch",
            "oscorp",
            "gringotts",
            "virtucon",
            "zenith",
            "orion",
            "kestrel",
            "linden",
            "harbour",
            "granite",
            "copper",
            "meridian",
            "polaris",
            "juniper",
            "saffron",
            "tundra",
            "delta",
            "fjord",
            "sequoia",
            "basalt",
            "cobalt",
            "amber",
            "lumen",
            "quartz",
            "raven");
    private static final List<String> TAILS = List.of(
            "",
            "-logistics",
            "-telecom",
            "-energy",
            "-foods",
            "-bank",
            "-media",
            "-systems",
            "-health",
            "-steel",
            "-freight",
            "-labs",
            "-air",
            "-retail",
            "-paper",
            "-motors",
            "-group",
            "-partners",
            "-networks",
            "-trade");
    private static final List<String> LANDS = List.of(".com", ".net", ".de", ".co.jp", ".com.br");

    private final Random random = new Random(42);
    private int made;

    /** Somebody. */
    public record Someone(String name, String email) {}

    /** The next one. */
    public Someone next() {
        var tongue = tongue();
        var given = tongue.given().get(random.nextInt(tongue.given().size()));
        var family = tongue.families().get(random.nextInt(tongue.families().size()));
        var second = tongue.given().get(random.nextInt(tongue.given().size()));
        var withSecond = !tongue.familyFirst() && random.nextInt(10) < 4 && second != given;
        var first = withSecond ? given.written() + " " + second.written() : given.written();
        var name = tongue.familyFirst()
                ? family.written() + tongue.gap() + first
                : first + tongue.gap() + family.written();
        return new Someone(name, local(given.plain(), family.plain()) + "@" + domain());
    }

    /** The next ones. */
    public List<Someone> next(int number) {
        var people = new ArrayList<Someone>(number);
        for (int each = 0; each < number; each++) {
            people.add(next());
        }
        return people;
    }

    private Tongue tongue() {
        var left = random.nextInt(100);
        for (var tongue : Tongue.all()) {
            left -= tongue.weight();
            if (left < 0) {
                return tongue;
            }
        }
        throw new IllegalStateException("the weights do not make a hundred");
    }

    private String local(String given, String family) {
        var number = Integer.toString(made++, 36);
        return switch (random.nextInt(4)) {
            case 0 -> given + "." + family + "." + number;
            case 1 -> given.charAt(0) + family + number;
            case 2 -> family + "_" + given + number;
            default -> given + number;
        };
    }

    /** One in two thousand is of a small company that is looked for by name. */
    private String domain() {
        if (random.nextInt(2_000) == 0) {
            return "cleo.com";
        }
        var size = HEADS.size() * TAILS.size() * LANDS.size();
        var place = (int) (Math.pow(random.nextDouble(), 3) * size);
        var head = HEADS.get(place % HEADS.size());
        var tail = TAILS.get(place / HEADS.size() % TAILS.size());
        return head + tail + LANDS.get(place / HEADS.size() / TAILS.size());
    }
}
