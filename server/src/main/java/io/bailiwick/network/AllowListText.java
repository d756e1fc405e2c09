package io.bailiwick.network;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An allow-list as somebody wrote it: what each line means, or what is wrong with it.
 *
 * @param lines the lines that are not blank, in order
 */
public record AllowListText(List<Line> lines) {
    /** The most entries that a list may have. */
    public static final int MOST = 1_000;

    public AllowListText {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number its number, the first being 1; blank lines count
     * @param text as written, without blanks around it
     * @param range what it means, or null when it cannot be read
     * @param problem what is wrong with it as a sentence, or null
     */
    public record Line(
            int number,
            String text,
            @Nullable IpRange range,
            @Nullable String problem) {
        /** The range, if the line can be read. */
        public Optional<IpRange> read() {
            return Optional.ofNullable(range);
        }
    }

    /** Reads a text with one entry a line; blank lines mean nothing. */
    public static AllowListText of(@Nullable String text) {
        return of(text == null ? List.of() : text.lines().toList(), true);
    }

    /** Reads a list of entries; a blank one is wrong. */
    public static AllowListText of(List<String> entries) {
        return of(entries, false);
    }

    private static AllowListText of(List<String> entries, boolean blankIsFine) {
        var lines = new ArrayList<Line>();
        for (int place = 0; place < entries.size(); place++) {
            var text = entries.get(place).strip();
            if (!blankIsFine || !text.isEmpty()) {
                lines.add(line(place + 1, text));
            }
        }
        return new AllowListText(lines);
    }

    private static Line line(int number, String text) {
        try {
            return new Line(number, text, IpRange.parse(text), null);
        } catch (InvalidValue wrong) {
            return new Line(number, text, null, wrong.getMessage() + ".");
        }
    }

    /** What of it can be read, as a list that addresses are looked up in. */
    public AllowList list() {
        return AllowList.of(lines.stream().flatMap(line -> line.read().stream()).toList());
    }

    /** The lines that cannot be read. */
    public List<Line> wrong() {
        return lines.stream().filter(line -> line.problem() != null).toList();
    }

    /** The first line that lets this address in; empty when none does, and when there are no lines. */
    public Optional<Line> letsIn(IpAddress address) {
        return lines.stream()
                .filter(line ->
                        line.read().filter(range -> range.contains(address)).isPresent())
                .findFirst();
    }

    /** Whether it has more entries than a list may have. */
    public boolean isTooLong() {
        return lines.size() > MOST;
    }
}
