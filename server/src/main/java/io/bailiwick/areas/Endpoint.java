package io.bailiwick.areas;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of an application: an operation of the document that it was last given.
 *
 * @param method in capitals
 * @param path its path pattern
 * @param summary what it is for, or null where the document does not say
 * @param tag the tag, or the first segment, of its path
 * @param action what it does; null when the method has no action
 * @param placed whether some area covers it; what no area covers is denied to everyone
 * @param areaId the area that covers it, or null
 * @param area the name of that area; of an endpoint that is not placed, of the one that would take it
 * @param newArea whether that area would have to be made
 * @param usual what the method does where nothing says otherwise; null when that is nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Endpoint(
        String method,
        String path,
        @Nullable String summary,
        String tag,
        @OneOf(Action.class) @Nullable String action,
        boolean placed,
        @Nullable UUID areaId,
        String area,
        boolean newArea,
        @OneOf(Action.class) @Nullable String usual) {
    /** Whether it reads although its method usually does something else. */
    public boolean readsUnusually() {
        return "read".equals(action) && !"read".equals(usual);
    }

    /** Whether one click makes it a reading one: only a POST is ever that. */
    public boolean mayRead() {
        return placed && method.equals("POST");
    }

    /** What marks the row of such an endpoint on a page. */
    public static String anchor(String path) {
        return "at-" + Integer.toHexString(path.hashCode());
    }
}
