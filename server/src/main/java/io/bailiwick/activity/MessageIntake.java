package io.bailiwick.activity;

import io.bailiwick.flows.Incoming;
import io.bailiwick.flows.Intake;
import io.bailiwick.kernel.AccountId;
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
        store.insert(account, incoming);
    }
}
