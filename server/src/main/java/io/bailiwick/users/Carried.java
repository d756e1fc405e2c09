package io.bailiwick.users;

import java.util.List;

/**
 * What was done to many users.
 *
 * @param selected how many were selected
 * @param changed how many were changed
 * @param refused those that were left out, each with the reason
 */
public record Carried(int selected, int changed, List<Foresight.Refused> refused) {
    public Carried {
        refused = List.copyOf(refused);
    }
}
