package io.bailiwick.verification;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.Mails;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.EmailChanged;
import io.bailiwick.users.Selves;
import io.bailiwick.users.UserAdmitted;
import io.bailiwick.users.UserCreated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever comes with an address that nobody has proven, or gets one, is asked to: in the same transaction. */
@Component
class VerificationDue {
    private final Selves selves;
    private final Mails mails;
    private final Verifications verifications;

    VerificationDue(Selves selves, Mails mails, Verifications verifications) {
        this.selves = selves;
        this.mails = mails;
        this.verifications = verifications;
    }

    @EventListener
    void on(UserCreated created) {
        ask(created.actor(), created.user());
    }

    @EventListener
    void on(EmailChanged changed) {
        mails.withdraw(changed.actor().account(), changed.user(), Verifications.KIND);
        ask(changed.actor(), changed.user());
    }

    @EventListener
    void on(UserAdmitted admitted) {
        ask(admitted.actor(), admitted.user());
    }

    /** Not who was invited: the invitation goes to the same address and proves it. */
    private void ask(Actor actor, UserId id) {
        selves.find(actor.account(), id)
                .filter(user -> user.status() == UserStatus.ACTIVE && !user.emailVerified())
                .ifPresent(user -> verifications.issue(actor, user));
    }
}
