package io.bailiwick.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The addresses from which a user may come. An empty list lets everybody in whose address can be read. */
public final class AllowList {

    /** The empty list. */
    public static final AllowList EMPTY = new AllowList(List.of());

    private final List<IpRange> ranges;

    /** INVARIANT: sorted by first address and disjoint; two networks of one family are nested or apart. */
    private final long[] v4;

    private final long[] v6;
    private final boolean empty;
    private final int hash;

    private AllowList(List<IpRange> ranges) {
        this.ranges = ranges;
        this.v4 = bounds(ranges, true);
        this.v6 = bounds(ranges, false);
        this.empty = ranges.isEmpty();
        this.hash = ranges.hashCode();
    }

    /** The list of these ranges; their order is kept, repetitions are dropped. */
    public static AllowList of(Collection<IpRange> ranges) {
        return ranges.isEmpty()
                ? EMPTY
                : new AllowList(ranges.stream().distinct().toList());
    }

    /**
     * Reads a list.
     *
     * @param entries as in {@link IpRange#parse}
     * @throws InvalidValue for the first entry that is wrong; whoever collects problems reads entry by entry
     */
    public static AllowList parse(Collection<String> entries) {
        return of(entries.stream().map(IpRange::parse).toList());
    }

    /** Its ranges, in the order in which they were given. */
    public List<IpRange> ranges() {
        return ranges;
    }

    /** Their canonical texts. */
    public List<String> texts() {
        return ranges.stream().map(IpRange::text).toList();
    }

    /** Whether nobody is kept out. */
    public boolean isEmpty() {
        return empty;
    }

    /** Whether the network gate is open to the address: the list is empty or holds it. */
    public boolean admits(IpAddress address) {
        return isEmpty() || contains(address.high(), address.low());
    }

    /**
     * Whether the network gate is open to an address as text. Allocates nothing.
     *
     * @return false when the text is no address, even if the list is empty
     */
    public boolean admits(String address) {
        int end = address.length();
        long bits = IpSyntax.v4(address, 0, end);
        if (bits >= 0) {
            return isEmpty() || contains(0, IpSyntax.MAPPED | bits);
        }
        int shape = IpSyntax.v6Shape(address, 0, end);
        if (shape < 0) {
            return false;
        }
        return isEmpty()
                || contains(
                        IpSyntax.v6Half(address, 0, end, shape, true), IpSyntax.v6Half(address, 0, end, shape, false));
    }

    /** The range that holds the address, for a person; the first one given wins. */
    public Optional<IpRange> rangeOf(IpAddress address) {
        return ranges.stream().filter(range -> range.contains(address)).findFirst();
    }

    /** Binary search for the last range that starts at or before the address. */
    private boolean contains(long high, long low) {
        long[] bounds = IpAddress.isV4(high, low) ? v4 : v6;
        int from = 0;
        int to = bounds.length / 4;
        while (from < to) {
            int middle = from + to >>> 1;
            if (IpAddress.compare(bounds[4 * middle], bounds[4 * middle + 1], high, low) <= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from > 0 && IpAddress.compare(high, low, bounds[4 * from - 2], bounds[4 * from - 1]) <= 0;
    }

    private static long[] bounds(List<IpRange> ranges, boolean v4) {
        var widest = new TreeMap<IpAddress, IpRange>();
        for (var range : ranges) {
            if (range.network().isV4() == v4) {
                widest.merge(range.first(), range, (one, other) -> one.prefix() <= other.prefix() ? one : other);
            }
        }
        var disjoint = new ArrayList<IpRange>();
        for (var range : widest.values()) {
            if (disjoint.isEmpty() || !disjoint.getLast().contains(range.first())) {
                disjoint.add(range);
            }
        }
        var bounds = new long[4 * disjoint.size()];
        for (int index = 0; index < disjoint.size(); index++) {
            var range = disjoint.get(index);
            bounds[4 * index] = range.first().high();
            bounds[4 * index + 1] = range.first().low();
            bounds[4 * index + 2] = range.last().high();
            bounds[4 * index + 3] = range.last().low();
        }
        return bounds;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || other instanceof AllowList list && ranges.equals(list.ranges);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}
