package io.bailiwick.engine;

import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.Arrays;
import java.util.BitSet;

/** A group, compiled: what it allows and denies in each area. */
final class Group {

    private static final int DENIED_SHIFT = 4;

    final GroupDefinition definition;

    /** INVARIANT: by index of area; the low four bits are the actions allowed, the high four those denied. */
    private final byte[] masks;

    Group(GroupDefinition definition, int size, IdTable<Area> areas, Coverage coverage) {
        this.definition = definition;
        this.masks = new byte[size];
        if (countsDefault()) {
            Arrays.fill(masks, (byte) definition.defaultAccess().mask());
        }
        for (var rule : definition.rules()) {
            var area = areas.get(rule.area());
            int mask = rule.effect() == Effect.ALLOW
                    ? rule.access().mask()
                    : rule.access().mask() << DENIED_SHIFT;
            if (area != null && mask != 0) {
                add(coverage.of(rule.effect(), area.index), mask);
            }
        }
    }

    private void add(BitSet covered, int mask) {
        for (int index = covered.nextSetBit(0); index >= 0; index = covered.nextSetBit(index + 1)) {
            masks[index] |= (byte) mask;
        }
    }

    /** Whether the default access counts: with exceptions always, with only listed areas as long as there is no rule. */
    boolean countsDefault() {
        return definition.mode() == GroupMode.EXCEPTIONS || definition.rules().isEmpty();
    }

    /** The mask of the actions that it allows, whatever it denies. */
    int allowed(int area) {
        return masks[area] & 15;
    }

    /** The mask of the actions that it denies. */
    int denied(int area) {
        return masks[area] >> DENIED_SHIFT & 15;
    }

    /** Joins what it allows and denies to that of other groups. */
    void joinTo(byte[] joined) {
        for (int index = 0; index < masks.length; index++) {
            joined[index] |= masks[index];
        }
    }
}
