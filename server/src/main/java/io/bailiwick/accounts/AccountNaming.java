package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.ui.AccountNames;
import org.springframework.stereotype.Component;

/** Names the account in the frame of every page. */
@Component
class AccountNaming implements AccountNames {
    private final AccountStore store;

    AccountNaming(AccountStore store) {
        this.store = store;
    }

    @Override
    public String nameOf(AccountId account) {
        return store.find(account).map(Account::name).orElse("");
    }
}
