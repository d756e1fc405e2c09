package io.bailiwick.engine;

import io.bailiwick.model.Effect;
import java.util.BitSet;
import java.util.List;

/**
 * Which areas a rule on an area covers: itself, and of the same application those all of whose paths lie under its
 * patterns (an allow rule), or any of whose paths does (a deny rule).
 */
final class Coverage {

    /** INVARIANT: by index of the area that a rule names; the indices of the areas that it covers. */
    private final BitSet[] allow;

    private final BitSet[] deny;

    Coverage(List<Area> areas, IdTable<PathNode> roots) {
        allow = new BitSet[areas.size()];
        deny = new BitSet[areas.size()];
        for (var area : areas) {
            allow[area.index] = new BitSet();
            deny[area.index] = new BitSet();
        }
        for (var area : areas) {
            add(area, roots);
        }
    }

    private void add(Area area, IdTable<PathNode> roots) {
        var any = new BitSet();
        var all = new BitSet();
        all.set(0, allow.length);
        for (var pattern : area.definition.patterns()) {
            var above = new BitSet();
            var root = roots.get(area.definition.application());
            if (root != null) {
                root.above(pattern.pattern(), route -> above.set(route.area.index));
            }
            any.or(above);
            all.and(above);
        }
        all.and(any);
        any.set(area.index);
        all.set(area.index);
        any.stream().forEach(by -> deny[by].set(area.index));
        all.stream().forEach(by -> allow[by].set(area.index));
    }

    /** The indices of the areas that a rule of the effect on the area covers. Not to be changed. */
    BitSet of(Effect effect, int area) {
        return effect == Effect.ALLOW ? allow[area] : deny[area];
    }
}
