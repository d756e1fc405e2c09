package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked while a batch is being done is done with the next one; each gets the answer that is his. */
@Timeout(20)
class BatchingTests {
    private final ConcurrentLinkedQueue<List<Integer>> batches = new ConcurrentLinkedQueue<>();
    private final CountDownLatch first = new CountDownLatch(1);

    @Test
    void whatWaitsGoesTogetherAndInBatchesThatAreNoLargerThanSaid() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batching = new Batching<Integer, Integer>(1, 4, this::doubled);
            var answers = new ArrayList<CompletableFuture<Integer>>();
            answers.add(CompletableFuture.supplyAsync(() -> batching.of(0), threads));
            Awaitility.await().until(() -> batches.size() == 1);
            IntStream.rangeClosed(1, 10)
                    .forEach(item -> answers.add(CompletableFuture.supplyAsync(() -> batching.of(item), threads)));
            Awaitility.await().until(() -> batching.waiting() == 10);
            first.countDown();

            for (int item = 0; item <= 10; item++) {
                assertThat(answers.get(item).join()).isEqualTo(2 * item);
            }
            assertThat(batches).extracting(List::size).containsExactly(1, 4, 4, 2);
        }
    }

    @Test
    void whoCannotBeDoneIsToldAndNobodyElse() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var batching = new Batching<Integer, Integer>(1, 8, items -> {
                var answers = doubled(items);
                if (items.contains(2)) {
                    throw new IllegalArgumentException("not 2");
                }
                return answers;
            });
            var blocking = CompletableFuture.supplyAsync(() -> batching.of(0), threads);
            Awaitility.await().until(() -> batches.size() == 1);
            var answers = IntStream.rangeClosed(1, 3)
                    .mapToObj(item -> CompletableFuture.supplyAsync(() -> batching.of(item), threads))
                    .toList();
            Awaitility.await().until(() -> batching.waiting() == 3);
            first.countDown();

            assertThat(blocking.join()).isZero();
            assertThat(answers.get(0).join()).isEqualTo(2);
            assertThatThrownBy(() -> answers.get(1).join())
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("not 2");
            assertThat(answers.get(2).join()).isEqualTo(6);
        }
    }

    private List<Integer> doubled(List<Integer> items) {
        batches.add(items);
        try {
            first.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return items.stream().map(item -> 2 * item).toList();
    }
}
