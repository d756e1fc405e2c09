package io.bailiwick.groups;

import io.bailiwick.accounts.Past;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of a group's history, in words.
 *
 * @param change the id of the change
 * @param who who did it
 * @param from from which address; empty when it was the server, or is not for the reader
 * @param undoable whether it can be undone at all
 */
public record GroupHistory(
        UUID change,
        Instant at,
        String what,
        String who,
        String from,
        List<GroupDifference> differences,
        boolean undoable) {
    public GroupHistory {
        differences = List.copyOf(differences);
    }

    /** Whether there is something before and after it: making and deleting a group is not undone here. */
    static boolean isUndoable(Past past) {
        return !past.before().isEmpty() && !past.after().isEmpty();
    }
}
