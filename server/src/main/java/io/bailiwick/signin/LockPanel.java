package io.bailiwick.signin;

import gg.jte.Content;
import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Parts;
import io.bailiwick.ui.Ui;
import io.bailiwick.users.UserHead;
import io.bailiwick.users.web.UserPanel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells administrators on a user's page that the doors are closed to the user, and lets them open them. */
@Component
@Order(1)
class LockPanel implements UserPanel {
    private final Parts parts;

    LockPanel(Parts parts) {
        this.parts = parts;
    }

    @Override
    public @Nullable Content of(Ui ui, Actor actor, UserHead head) {
        return head.lockedUntil() == null
                ? null
                : parts.of("signin/_lock", Map.of("ui", ui, "user", head.user(), "may", head.isEditable()));
    }
}
