package io.bailiwick.dashboard;

import io.bailiwick.signin.SignInRefused;
import io.bailiwick.signin.UserSignedIn;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts who comes in and who is not let in, in the transaction of whoever says so. */
@Component
class SignInCounts {
    private final PeopleStore store;

    SignInCounts(PeopleStore store) {
        this.store = store;
    }

    @EventListener
    void on(UserSignedIn signedIn) {
        store.count(
                signedIn.actor().account(),
                Objects.requireNonNull(signedIn.actor().user()),
                true);
    }

    @EventListener
    void on(SignInRefused refused) {
        store.count(refused.account(), refused.user(), false);
    }
}
