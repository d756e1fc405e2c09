package io.bailiwick.users.web;

import java.time.Instant;
import java.util.List;

/**
 * One line of a user's history, in words.
 *
 * @param what what happened
 * @param who who did it
 * @param from from which address; empty when it was the server, or is not for the reader
 * @param differences each field that changed
 */
public record Told(Instant at, String what, String who, String from, List<Difference> differences) {
    public Told {
        differences = List.copyOf(differences);
    }

    /**
     * One field.
     *
     * @param before empty when there was nothing
     * @param after empty when there is nothing
     */
    public record Difference(String field, String before, String after) {}
}
