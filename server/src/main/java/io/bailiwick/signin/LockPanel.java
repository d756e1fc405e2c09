package io.bailiwick.signin;

import gg.jte.Content;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Parts;
import io.bailiwick.ui.Ui;
import io.bailiwick.users.Locks;
import io.bailiwick.users.User;
import io.bailiwick.users.web.UserPanel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells administrators on a user's page that the doors are closed to the user, and lets them open them. */
@Component
@Order(1)
class LockPanel implements UserPanel {
    private final Locks locks;
    private final Parts parts;
    private final Guard guard;

    LockPanel(Locks locks, Parts parts, Guard guard) {
        this.locks = locks;
        this.parts = parts;
        this.guard = guard;
    }

    @Override
    public @Nullable Content of(Ui ui, Actor actor, User user) {
        var until = locks.lockedUntil(actor.account(), user.email()).orElse(null);
        if (until == null) {
            return null;
        }
        var may = guard.may(actor, PanelArea.USERS, Action.UPDATE);
        return parts.of("signin/_lock", Map.of("ui", ui, "user", user, "may", may));
    }
}
