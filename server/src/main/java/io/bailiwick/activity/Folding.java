package io.bailiwick.activity;

import io.bailiwick.accounts.Rounds;
import io.bailiwick.kernel.AccountId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Folds sums of hours that are over, so that a month of them is read in no time. */
@Component
class Folding {
    private static final int BATCH = 20_000;

    private final FoldStore store;
    private final Rounds rounds;
    private final TransactionOperations transactions;

    Folding(FoldStore store, Rounds rounds, TransactionOperations transactions) {
        this.store = store;
        this.rounds = rounds;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void fold() {
        rounds.each("Folding sums", this::fold);
    }

    /** Folds what an account has, some at a time. */
    void fold(AccountId account) {
        whileAny(account, each -> store.messages(each, BATCH));
        whileAny(account, each -> store.endpoints(each, BATCH));
        whileAny(account, each -> store.days(each, BATCH));
    }

    private void whileAny(AccountId account, ToIntFunction<AccountId> some) {
        Rounds.all(
                BATCH,
                () -> Objects.requireNonNullElse(
                        transactions.execute(status -> store.claim(account) ? some.applyAsInt(account) : 0), 0));
    }
}
