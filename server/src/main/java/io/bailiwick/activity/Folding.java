package io.bailiwick.activity;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Folds sums of hours that are over, so that a month of them is read in no time. */
@Component
class Folding {
    private static final int BATCH = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

    private final FoldStore store;
    private final Accounts accounts;
    private final TransactionOperations transactions;

    Folding(FoldStore store, Accounts accounts, TransactionOperations transactions) {
        this.store = store;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void fold() {
        try {
            accounts.all().forEach(this::fold);
        } catch (DataAccessException away) {
            LOG.warn("Sums could not be folded; it will be tried again");
        }
    }

    /** Folds what an account has, some at a time. */
    void fold(AccountId account) {
        whileAny(account, each -> store.messages(each, BATCH));
        whileAny(account, each -> store.endpoints(each, BATCH));
        whileAny(account, each -> store.days(each, BATCH));
    }

    private void whileAny(AccountId account, ToIntFunction<AccountId> some) {
        int folded;
        do {
            folded = Objects.requireNonNullElse(
                    transactions.execute(status -> store.claim(account) ? some.applyAsInt(account) : 0), 0);
        } while (folded == BATCH);
    }
}
