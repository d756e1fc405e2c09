package io.bailiwick.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values by id, to be looked up without a step to any other object: the halves of the ids stand in one array, the values
 * in another, each at the same slot. Immutable.
 *
 * <p>Ids share buckets, and each bucket has a seed, which is chosen when the table is made so that all of its ids come to
 * slots of their own. So a look-up is one try, and the processor need not guess how many: among many ids each wrong guess
 * costs a wait for memory. Ids for which no seed was found stand at the next free slot behind the one of their own. At
 * most four fifths of the slots are taken.
 *
 * @param <V> the values
 */
final class IdTable<V> {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xD1B54A32D192ED03L;
    private static final int SEEDS = 256;
    private static final int SLOTS_PER_BUCKET = 4;

    private final long[] ids;
    private final @Nullable Object[] values;
    private final byte[] seeds;
    private final int shift;

    private IdTable(long[] ids, @Nullable Object[] values, byte[] seeds) {
        this.ids = ids;
        this.values = values;
        this.seeds = seeds;
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(values.length);
    }

    /** A table of values made of items; of two with the same id the first one stays. */
    static <T, V> IdTable<V> of(Collection<T> items, Function<T, UUID> id, Function<T, V> value) {
        int slots = SLOTS_PER_BUCKET;
        while (slots / 5 * 4 < items.size()) {
            slots *= 2;
        }
        var table = new IdTable<V>(new long[2 * slots], new Object[slots], new byte[slots / SLOTS_PER_BUCKET]);
        var buckets = new ArrayList<@Nullable List<Entry>>(Collections.nCopies(table.seeds.length, null));
        for (var item : items) {
            var entry = new Entry(id.apply(item), value.apply(item));
            int bucket = table.bucketOf(entry.hash());
            var others = buckets.get(bucket);
            if (others == null) {
                others = new ArrayList<>(SLOTS_PER_BUCKET);
                buckets.set(bucket, others);
            }
            if (others.stream().noneMatch(other -> other.id().equals(entry.id()))) {
                others.add(entry);
            }
        }
        buckets.stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(bucket -> -bucket.size()))
                .forEach(table::place);
        return table;
    }

    /** A table of the same ids with other values. */
    @SuppressWarnings("unchecked") // Only place() fills the array, and it takes values of this type alone.
    <W> IdTable<W> map(Function<V, W> value) {
        var others = new Object[values.length];
        for (int slot = 0; slot < others.length; slot++) {
            others[slot] = values[slot] == null ? null : value.apply((V) values[slot]);
        }
        return new IdTable<>(ids, others, seeds);
    }

    /** The value of an id. */
    @SuppressWarnings("unchecked") // Only place() fills the array, and it takes values of this type alone.
    @Nullable
    V get(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        long hash = hash(high, low);
        int slot = slotOf(hash, seeds[bucketOf(hash)]);
        while (true) {
            Object value = values[slot];
            if (value == null || ids[2 * slot] == high && ids[2 * slot + 1] == low) {
                return (V) value;
            }
            slot = slot + 1 & values.length - 1;
        }
    }

    /** Places the ids of a bucket, by the first seed that gives each a free slot of its own. */
    private void place(List<Entry> bucket) {
        for (int seed = 0; seed < SEEDS; seed++) {
            if (isFree(bucket, (byte) seed)) {
                seeds[bucketOf(bucket.getFirst().hash())] = (byte) seed;
                return;
            }
        }
        bucket.forEach(this::placeBehind);
    }

    /** Whether each entry has a free slot of its own by this seed; if so they are taken. */
    private boolean isFree(List<Entry> bucket, byte seed) {
        for (int index = 0; index < bucket.size(); index++) {
            int slot = slotOf(bucket.get(index).hash(), seed);
            if (values[slot] != null) {
                bucket.subList(0, index).forEach(placed -> values[slotOf(placed.hash(), seed)] = null);
                return false;
            }
            put(slot, bucket.get(index));
        }
        return true;
    }

    private void placeBehind(Entry entry) {
        int slot = slotOf(entry.hash(), (byte) 0);
        while (values[slot] != null) {
            slot = slot + 1 & values.length - 1;
        }
        put(slot, entry);
    }

    private void put(int slot, Entry entry) {
        ids[2 * slot] = entry.id().getMostSignificantBits();
        ids[2 * slot + 1] = entry.id().getLeastSignificantBits();
        values[slot] = entry.value();
    }

    private int bucketOf(long hash) {
        return (int) hash & seeds.length - 1;
    }

    /** The seed makes another odd factor, so that two ids of a bucket part ways by one seed or another. */
    private int slotOf(long hash, byte seed) {
        return (int) (hash * (GOLDEN + (seed << 1) * STEP) >>> shift);
    }

    private static long hash(long high, long low) {
        long mixed = high * GOLDEN + low * STEP;
        return mixed ^ mixed >>> 32;
    }

    private record Entry(UUID id, Object value) {
        long hash() {
            return IdTable.hash(id.getMostSignificantBits(), id.getLeastSignificantBits());
        }
    }
}
