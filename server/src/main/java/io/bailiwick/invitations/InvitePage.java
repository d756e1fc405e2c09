package io.bailiwick.invitations;

import io.bailiwick.mail.Letter;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.web.AccessChoices;
import io.bailiwick.users.web.Outcome;
import io.bailiwick.users.web.UserFields;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which people are invited.
 *
 * @param typed list and note
 * @param rights role and what goes with it
 * @param roll the list, judged
 * @param choices what users can be tied to
 * @param outcome what those invited could do and see
 * @param limited whether the reseller is the actor's own
 * @param days how many days an invitation lives
 * @param sent what has just been sent, or null
 * @param preview the mail as the first of them would get it, or null
 */
public record InvitePage(
        InviteFields typed,
        UserFields rights,
        Errors errors,
        Roll roll,
        AccessChoices choices,
        Outcome outcome,
        boolean limited,
        long days,
        @Nullable Sent sent,
        @Nullable Letter preview) {

    /** How many would be invited. */
    public int ready() {
        return roll.ready().size();
    }
}
