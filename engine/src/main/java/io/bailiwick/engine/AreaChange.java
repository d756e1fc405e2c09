package io.bailiwick.engine;

import io.bailiwick.model.Access;
import org.jspecify.annotations.Nullable;

/**
 * What changes in an area.
 *
 * @param areaBefore the area as it was; null when it is new
 * @param areaAfter the area as it will be; null when it is gone
 * @param before what was open
 * @param after what will be open
 */
public record AreaChange(
        @Nullable AreaDefinition areaBefore, @Nullable AreaDefinition areaAfter, Access before, Access after) {

    /** The area: as it will be, or as it was when it is gone. */
    public AreaDefinition area() {
        if (areaAfter != null) {
            return areaAfter;
        }
        if (areaBefore != null) {
            return areaBefore;
        }
        throw new IllegalStateException("a change is about an area");
    }

    /** The actions that it opens. */
    public Access opened() {
        return after.minus(before);
    }

    /** The actions that it closes. */
    public Access closed() {
        return before.minus(after);
    }
}
