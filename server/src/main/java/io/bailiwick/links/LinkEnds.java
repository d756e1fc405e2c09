package io.bailiwick.links;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.EmailChanged;
import io.bailiwick.users.PasswordChanged;
import io.bailiwick.users.UserDisabled;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What happens to a user ends the links that it makes worthless, in the same transaction; before anybody else hears of it,
 * who may make new ones.
 */
@Component
class LinkEnds {
    private final Links links;

    LinkEnds(Links links) {
        this.links = links;
    }

    /** All of them: each went to the address before. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(EmailChanged changed) {
        for (var purpose : Purpose.values()) {
            end(changed.actor(), changed.user(), purpose);
        }
    }

    /** What was to give a password, now that there is another one. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(PasswordChanged changed) {
        end(changed.actor(), changed.user(), Purpose.PASSWORD_RESET);
        end(changed.actor(), changed.user(), Purpose.RECOVERY);
    }

    /** Whoever may not sign in has no way in by a link either, and none is left for when he may again. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(UserDisabled disabled) {
        for (var purpose : Purpose.values()) {
            end(disabled.actor(), disabled.user(), purpose);
        }
    }

    private void end(Actor actor, UserId user, Purpose purpose) {
        links.withdraw(actor.account(), user, purpose);
    }
}
