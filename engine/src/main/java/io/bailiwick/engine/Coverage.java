package io.bailiwick.engine;

import io.bailiwick.model.Effect;
import io.bailiwick.model.PathCover;
import io.bailiwick.model.PathPattern;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which areas a rule on an area covers, as {@link PathCover} has it, by their places in the masks of a policy. */
final class Coverage {

    /** INVARIANT: by index of the area that a rule names; the indices of the areas that it covers. */
    private final BitSet[] allow;

    private final BitSet[] deny;

    Coverage(List<Area> areas) {
        allow = new BitSet[areas.size()];
        deny = new BitSet[areas.size()];
        var applications = new HashMap<UUID, Map<Area, List<PathPattern>>>();
        for (var area : areas) {
            allow[area.index] = new BitSet();
            deny[area.index] = new BitSet();
            applications
                    .computeIfAbsent(area.definition.application(), application -> new LinkedHashMap<>())
                    .put(
                            area,
                            area.definition.patterns().stream()
                                    .map(PatternDefinition::pattern)
                                    .toList());
        }
        applications.values().forEach(this::add);
    }

    private void add(Map<Area, List<PathPattern>> areas) {
        var cover = new PathCover<>(areas);
        for (var area : areas.keySet()) {
            cover.of(Effect.ALLOW, area).forEach(by -> allow[by.index].set(area.index));
            cover.of(Effect.DENY, area).forEach(by -> deny[by.index].set(area.index));
        }
    }

    /** The indices of the areas that a rule of the effect on the area covers. Not to be changed. */
    BitSet of(Effect effect, int area) {
        return effect == Effect.ALLOW ? allow[area] : deny[area];
    }
}
