package io.bailiwick.invitations;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.mail.Letter;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.web.AccessPicks;
import io.bailiwick.users.web.Finds;
import io.bailiwick.users.web.Outcomes;
import io.bailiwick.users.web.UserFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page on which people are invited. */
@Component
class InvitePages {
    private final Invitations invitations;
    private final InvitationSettings settings;
    private final AccessPicks picks;
    private final Outcomes outcomes;
    private final Guard guard;

    InvitePages(
            Invitations invitations, InvitationSettings settings, AccessPicks picks, Outcomes outcomes, Guard guard) {
        this.invitations = invitations;
        this.settings = settings;
        this.picks = picks;
        this.outcomes = outcomes;
        this.guard = guard;
    }

    String empty(Actor actor, Model model) {
        return show(actor, new InviteFields("", ""), UserFields.invited(), Errors.none(), model);
    }

    /** The page with what was typed. */
    String show(Actor actor, InviteFields typed, UserFields rights, Errors errors, Model model) {
        return show(actor, typed, rights, Finds.NONE, errors, null, null, model);
    }

    /** The page with more to choose from. */
    String found(Actor actor, InviteFields typed, UserFields rights, Finds finds, Model model) {
        return show(actor, typed, rights, finds, Errors.none(), null, null, model);
    }

    /** The page with what became of the list. */
    String sent(Actor actor, InviteFields left, UserFields rights, Sent sent, Model model) {
        return show(actor, left, rights, Finds.NONE, Errors.none(), sent, null, model);
    }

    /** The page with the mail. */
    String preview(Actor actor, InviteFields typed, UserFields rights, Letter letter, Model model) {
        return show(actor, typed, rights, Finds.NONE, Errors.none(), null, letter, model);
    }

    private String show(
            Actor actor,
            InviteFields typed,
            UserFields rights,
            Finds finds,
            Errors errors,
            @Nullable Sent sent,
            @Nullable Letter preview,
            Model model) {
        var found = errors;
        var roll = new Roll(List.of());
        try {
            roll = invitations.check(actor, Addresses.pasted(typed.emails()));
        } catch (Refusal.Invalid tooMany) {
            found = errors.isEmpty() ? Errors.of(tooMany) : errors;
        }
        model.addAttribute(
                "invite",
                new InvitePage(
                        typed,
                        rights,
                        found,
                        roll,
                        picks.of(actor, rights, finds),
                        outcomes.of(actor, rights),
                        guard.reseller(actor) != null,
                        settings.lifetime().toDays(),
                        sent,
                        preview));
        return "invitations/invite";
    }
}
