package io.bailiwick.users;

import io.bailiwick.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which users something is to be done to at once. */
public sealed interface Selection {
    /** These, in the order in which refusals name them. */
    record These(List<UserId> ids) implements Selection {
        public These {
            ids = List.copyOf(ids);
        }
    }

    /**
     * All whom a search finds at the moment when it is done.
     *
     * @param q the search
     * @param version the version of the set that the actor saw, or null to take it as it is
     */
    record Matching(String q, @Nullable String version) implements Selection {}
}
