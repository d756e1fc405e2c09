package io.bailiwick.engine;

import io.bailiwick.model.Scope;
import java.util.List;

/**
 * Everything that somebody may do and see. Status and network are not part of it.
 *
 * @param areas what is open in each area of the policy, in its order
 * @param scope whose data is seen
 */
public record EffectiveAccess(List<AreaAccess> areas, Scope scope) {

    /** An effective access. */
    public EffectiveAccess {
        areas = List.copyOf(areas);
    }
}
