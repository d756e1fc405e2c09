package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.previews.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deed would do to a selection.
 *
 * @param version the version of the selected set, to be handed back when it is done
 * @param selected how many users are selected
 * @param changing how many of them it would change
 * @param refused those that stand against it, each with the reason
 * @param settled those that are already as it would make them, each with a word for how
 * @param effects what goes with it, counted over those that it would change
 * @param effect who of those that it would change gains and who loses what
 * @param asked what doing it would ask first; null when it would ask nothing
 */
public record Foresight(
        String version,
        int selected,
        int changing,
        List<Left> refused,
        List<Left> settled,
        Effects effects,
        Effect effect,
        Refusal.@Nullable Unconfirmed asked) {
    public Foresight {
        refused = List.copyOf(refused);
        settled = List.copyOf(settled);
    }

    /**
     * A user that is left as it is.
     *
     * @param place the place in the selection, from 0
     * @param email the address; the id when there is no such user
     * @param reason why, for a person
     */
    public record Left(int place, UserId id, String email, String reason) {}

    /**
     * What goes with it.
     *
     * @param administrators how many of them are Administrators
     * @param memberships how many memberships they have in all
     * @param partners how many selected partners they have in all
     * @param roles how many change their role, which ends their sessions
     * @param lastGroups how many would be in no group any longer
     * @param permissions how many lose a permission
     * @param invited how many were invited and have not come yet: disabling and deleting end their invitations
     */
    public record Effects(
            int administrators,
            int memberships,
            int partners,
            int roles,
            int lastGroups,
            int permissions,
            int invited) {}
}
