package io.bailiwick.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Does together what many threads ask for at the same time, as a database's group commit does: whoever finds a writer free
 * takes along what waits. Nobody waits for others to come.
 *
 * @param <T> what is asked
 * @param <R> what is answered
 */
final class Batching<T, R> {
    private final Queue<Asked<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore writers;
    private final int most;
    private final Function<List<T>, List<R>> work;

    /**
     * @param writers so many batches at the same time
     * @param most so many in a batch
     * @param work does all of them or none, and answers in their order
     */
    Batching(int writers, int most, Function<List<T>, List<R>> work) {
        this.writers = new Semaphore(writers);
        this.most = most;
        this.work = work;
    }

    private record Asked<T, R>(T item, CompletableFuture<R> answer) {}

    /** Returns when it is done; what that throws is the fault of this one alone. */
    R of(T item) {
        var mine = new Asked<T, R>(item, new CompletableFuture<>());
        waiting.add(mine);
        do {
            writers.acquireUninterruptibly();
            try {
                answer(batch());
            } finally {
                writers.release();
            }
        } while (waiting.contains(mine));
        return await(mine.answer());
    }

    /** How many wait for a writer. */
    int waiting() {
        return waiting.size();
    }

    private List<Asked<T, R>> batch() {
        var batch = new ArrayList<Asked<T, R>>();
        for (var next = waiting.poll(); next != null; next = batch.size() < most ? waiting.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    private void answer(List<Asked<T, R>> batch) {
        try {
            if (!batch.isEmpty()) {
                var answers = work.apply(batch.stream().map(Asked::item).toList());
                for (int place = 0; place < batch.size(); place++) {
                    batch.get(place).answer().complete(answers.get(place));
                }
            }
        } catch (RuntimeException | Error fault) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(fault);
            } else {
                batch.forEach(each -> answer(List.of(each)));
            }
        }
    }

    private static <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.join();
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
        }
    }
}
