package io.bailiwick.accounts;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever wrote something.
 *
 * @param id null when it was the server itself
 * @param name as it was then; for a reader who does not see the author, words to that effect
 * @param withheld whether the reader does not see the author
 */
public record Author(@Nullable UserId id, String name, boolean withheld) {
    /** The actor. */
    public static Author of(Actor actor) {
        return new Author(actor.user(), actor.name(), false);
    }

    /** As a row says; the id is null when it was the server itself. */
    public static Author of(@Nullable UUID id, String name) {
        return new Author(id == null ? null : new UserId(id), name, false);
    }

    /** The id as a row has it. */
    public @Nullable UUID row() {
        return id == null ? null : id.value();
    }

    /** The name; null when it is withheld. */
    public @Nullable String nameOrNull() {
        return withheld ? null : name;
    }
}
