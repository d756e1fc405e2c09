package io.bailiwick.activity;

import io.bailiwick.flows.Incoming;
import io.bailiwick.flows.Intake;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Keeps what comes in. */
@Component
class MessageIntake implements Intake {
    private final MessageStore store;

    MessageIntake(MessageStore store) {
        this.store = store;
    }

    @Override
    public void accept(AccountId account, Incoming incoming) {
        if (!store.insert(account, incoming)) {
            throw new Refusal.Invalid(
                    "partner",
                    "The partner that these messages belong to is switched off: send it again once it is on.");
        }
    }
}
