package io.bailiwick.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.ui.AccountNames;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells the screens what an account is called. */
@Component
class Names implements AccountNames {
    private final AccountStore store;
    private final Cache<AccountId, String> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Names(AccountStore store) {
        this.store = store;
    }

    @Override
    public String nameOf(AccountId account) {
        return known.get(account, id -> store.find(id).map(Account::name).orElse(""));
    }
}
