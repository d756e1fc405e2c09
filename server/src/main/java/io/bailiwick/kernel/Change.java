package io.bailiwick.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one write did. A bulk action is one change with many items. No secret ever goes into it.
 *
 * @param kind what happened, as `subject.verb-in-the-past`, such as `user.disabled`
 * @param reach whose decisions it can alter
 * @param items what was changed, each with its state before and after
 */
public record Change(String kind, Reach reach, List<Item> items) {
    public Change {
        items = List.copyOf(items);
    }

    /** A change of one thing. */
    public static Change of(String kind, Reach reach, Item item) {
        return new Change(kind, reach, List.of(item));
    }

    /**
     * One thing that changed.
     *
     * @param subject the kind of thing: `user`, `group`, `area` …
     * @param id its id
     * @param name its name at the time, kept when the thing itself is gone
     * @param before its fields as they were, empty when it is new
     * @param after its fields as they are, empty when it is gone
     */
    public record Item(String subject, UUID id, String name, Map<String, ?> before, Map<String, ?> after) {}

    /** Whose decisions a change can alter. */
    public sealed interface Reach {
        /** Areas, groups, partners, resellers: everybody's. */
        record Policy() implements Reach {}

        /** Only those of these users. */
        record Users(Set<UserId> users) implements Reach {
            public Users {
                users = Set.copyOf(users);
            }
        }

        /** Nobody's: names, time zones, settings. */
        record Nobody() implements Reach {}
    }
}
