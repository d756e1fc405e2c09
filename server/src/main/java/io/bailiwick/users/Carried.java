package io.bailiwick.users;

import java.util.List;

/**
 * What was done to many users.
 *
 * @param selected how many were selected
 * @param changed how many were changed
 * @param refused those that were left out, each with the reason
 * @param settled those that were already as they were to be, each with a word for how
 * @param invited how many of those changed were invited and had not come yet
 */
public record Carried(
        int selected, int changed, List<Foresight.Left> refused, List<Foresight.Left> settled, int invited) {
    public Carried {
        refused = List.copyOf(refused);
        settled = List.copyOf(settled);
    }
}
