package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.util.List;

/** From where somebody is signed in; answered by the module that keeps sessions. */
public interface OpenSessions {
    /** The address of each open session of the user, as text; an address comes as often as it has sessions. */
    List<String> addresses(AccountId account, UserId user);
}
