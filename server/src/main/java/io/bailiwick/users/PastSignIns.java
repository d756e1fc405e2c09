package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.util.Map;

/** From where somebody signed in lately; answered by the module that writes that down. */
public interface PastSignIns {
    /** How many days back is lately. */
    int DAYS = 30;

    /** How often the user signed in from each address, as text, in the last {@link #DAYS} days. */
    Map<String, Long> byAddress(AccountId account, UserId user);
}
