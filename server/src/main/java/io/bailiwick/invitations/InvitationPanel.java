package io.bailiwick.invitations;

import gg.jte.Content;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.ui.Parts;
import io.bailiwick.ui.Ui;
import io.bailiwick.users.UserHead;
import io.bailiwick.users.web.UserPanel;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the invitation of a user stands, on his page. */
@Component
class InvitationPanel implements UserPanel {
    private final Invitations invitations;
    private final Parts parts;
    private final Guard guard;

    InvitationPanel(Invitations invitations, Parts parts, Guard guard) {
        this.invitations = invitations;
        this.parts = parts;
        this.guard = guard;
    }

    @Override
    public @Nullable Content of(Ui ui, Actor actor, UserHead head) {
        var user = head.user();
        var invitation = user.status() == UserStatus.INVITED ? invitations.of(actor, user) : null;
        if (invitation == null) {
            return null;
        }
        var values = new HashMap<String, Object>();
        values.put("ui", ui);
        values.put("user", user);
        values.put("invited", invitation.outside());
        values.put("flawed", !invitation.expired() && invitations.flaw(actor, user, invitation) != null);
        values.put("maySend", head.beyond() == null && guard.may(actor, PanelArea.USERS, Action.CREATE));
        values.put("mayWithdraw", head.beyond() == null && head.mayDelete());
        return parts.of("invitations/_panel", values);
    }
}
