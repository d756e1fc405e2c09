package io.bailiwick.flows;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;

/** Where a message is kept before its sender is told that it was accepted; answered above. */
public interface Intake {
    /**
     * Keeps it; when this returns it is committed, and nothing loses it any more. One that is kept already stays as it is,
     * so that whoever was not told may ask again.
     *
     * @throws Refusal.Invalid when its partner is switched off: nobody would see it, and nothing would deliver it
     */
    void accept(AccountId account, Incoming incoming);
}
