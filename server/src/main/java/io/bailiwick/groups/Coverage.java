package io.bailiwick.groups;

import io.bailiwick.areas.ApplicationId;
import io.bailiwick.areas.Area;
import io.bailiwick.areas.AreaId;
import io.bailiwick.areas.AreaPath;
import io.bailiwick.model.Effect;
import io.bailiwick.model.PathCover;
import io.bailiwick.model.PathPattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The areas that rules may name, and by which of them each is covered. */
final class Coverage {
    private final Map<AreaId, Area> areas = new LinkedHashMap<>();
    private final Map<ApplicationId, PathCover<AreaId>> covers = new HashMap<>();

    /** @param all areas of the account; those that rules cannot name are left out */
    Coverage(List<Area> all) {
        var patterns = new HashMap<ApplicationId, Map<AreaId, List<PathPattern>>>();
        for (var area : all) {
            if (area.mayBeRuled()) {
                areas.put(area.id(), area);
                patterns.computeIfAbsent(area.application(), application -> new LinkedHashMap<>())
                        .put(
                                area.id(),
                                area.paths().stream().map(AreaPath::pattern).toList());
            }
        }
        patterns.forEach((application, of) -> covers.put(application, new PathCover<>(of)));
    }

    /** The areas that rules may name, in the order given. */
    Collection<Area> areas() {
        return areas.values();
    }

    /** The area, or null when it is not there or no rule may name it. */
    @Nullable
    Area area(AreaId id) {
        return areas.get(id);
    }

    /** The areas of which a rule of that effect covers this one, itself included. */
    Set<AreaId> covering(Effect effect, AreaId id) {
        var area = areas.get(id);
        var cover = area == null ? null : covers.get(area.application());
        return cover == null ? Set.of() : cover.of(effect, id);
    }
}
