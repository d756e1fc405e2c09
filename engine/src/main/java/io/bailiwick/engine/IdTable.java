package io.bailiwick.engine;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values by id, to be looked up without a step to any other object: the halves of the ids stand in one array, the values
 * in another, each at the slot that the id's hash names or at one of the next. At most half of the slots are taken.
 * Immutable once it has been handed to other threads.
 *
 * @param <V> the values
 */
final class IdTable<V> {

    private final long[] ids;
    private final @Nullable Object[] values;
    private final int mask;

    /** A table for up to so many values. */
    IdTable(int size) {
        int slots = Integer.highestOneBit(Math.max(1, size)) * 4;
        ids = new long[2 * slots];
        values = new Object[slots];
        mask = slots - 1;
    }

    /** A table of values made of items; of two with the same id the first one stays. */
    static <T, V> IdTable<V> of(List<T> items, Function<T, UUID> id, Function<T, V> value) {
        var table = new IdTable<V>(items.size());
        for (var item : items) {
            table.put(id.apply(item), value.apply(item));
        }
        return table;
    }

    /** The value of an id. */
    @SuppressWarnings("unchecked") // Only put() fills the array, and it takes values of this type alone.
    @Nullable
    V get(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int slot = slotOf(high, low); ; slot = slot + 1 & mask) {
            Object value = values[slot];
            if (value == null || ids[2 * slot] == high && ids[2 * slot + 1] == low) {
                return (V) value;
            }
        }
    }

    /** Puts a value; false when there is one with this id, which stays. */
    boolean put(UUID id, V value) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int slot = slotOf(high, low);
        for (; values[slot] != null; slot = slot + 1 & mask) {
            if (ids[2 * slot] == high && ids[2 * slot + 1] == low) {
                return false;
            }
        }
        ids[2 * slot] = high;
        ids[2 * slot + 1] = low;
        values[slot] = value;
        return true;
    }

    private int slotOf(long high, long low) {
        long mixed = (high ^ low) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }
}
