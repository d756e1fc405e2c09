package io.bailiwick.verification;

import gg.jte.Content;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.UserStatus;
import io.bailiwick.ui.Parts;
import io.bailiwick.ui.Ui;
import io.bailiwick.users.UserHead;
import io.bailiwick.users.web.UserPanel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells administrators on a user's page that the address is not proven, and lets them have it asked again. */
@Component
@Order(2)
class VerificationPanel implements UserPanel {
    private final Parts parts;

    VerificationPanel(Parts parts) {
        this.parts = parts;
    }

    @Override
    public @Nullable Content of(Ui ui, Actor actor, UserHead head) {
        var user = head.user();
        if (user.emailVerified() || user.status() != UserStatus.ACTIVE || actor.is(user.id())) {
            return null;
        }
        return parts.of("verification/_panel", Map.of("ui", ui, "user", user, "may", head.isEditable()));
    }
}
