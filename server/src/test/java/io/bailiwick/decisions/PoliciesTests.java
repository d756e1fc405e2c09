package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.Changes;
import io.bailiwick.accounts.Staleness;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

@PanelTest
class PoliciesTests {
    @Autowired
    private ApplicationContext context;

    @Test
    void whoeverWaitsSharesAnAnswerThatWasAskedForLater() throws InterruptedException {
        var account = context.getBean(Accounts.class).create("Waiting for news").id();
        var transactions = new Slow(context.getBean(PlatformTransactionManager.class));
        var policies = new Policies(
                context.getBean(PolicyStore.class),
                context.getBean(SubjectStore.class),
                context.getBean(Changes.class),
                transactions,
                new Staleness(Duration.ofMinutes(1)));
        policies.current(account);

        var first = Thread.ofPlatform().start(() -> policies.newest(account));
        await().until(() -> transactions.asked.get() == 1);
        var others = Stream.generate(() -> Thread.ofPlatform().start(() -> policies.newest(account)))
                .limit(8)
                .toList();
        await().until(() -> others.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED));
        transactions.open.countDown();
        first.join();
        for (var other : others) {
            other.join();
        }

        assertThat(transactions.asked).hasValue(2);
    }

    /** Counts the questions, and lets none through before it is told to. */
    private record Slow(PlatformTransactionManager real, AtomicInteger asked, CountDownLatch open)
            implements PlatformTransactionManager {
        Slow(PlatformTransactionManager real) {
            this(real, new AtomicInteger(), new CountDownLatch(1));
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            asked.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
