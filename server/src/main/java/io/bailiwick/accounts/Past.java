package io.bailiwick.accounts;

import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one change did to one thing.
 *
 * @param id the change's id, shared by its audit entry
 * @param kind what happened, such as {@code user.disabled}
 * @param actor who did it, or null when it was the server itself
 * @param actorName as the actor was called then, as far as the reader sees him
 * @param address from where; empty for the server itself
 * @param before the thing's fields as they were, those that changed alone; empty when it was new
 * @param after the same fields as they were from then on; empty when it was gone
 */
public record Past(
        UUID id,
        Revision revision,
        Instant at,
        String kind,
        @Nullable UserId actor,
        String actorName,
        String address,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after) {

    /** The same, done by somebody of another name. */
    Past by(String name) {
        return new Past(id, revision, at, kind, actor, name, address, before, after);
    }
}
