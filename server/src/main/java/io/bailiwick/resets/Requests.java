package io.bailiwick.resets;

import io.bailiwick.kernel.AccountId;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests for a link, worked off apart from the requests that brought them: those take the same steps and the same time
 * whether or not somebody has the address. What is lost when the server stops is asked for again by whoever waits.
 */
@Component
class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final int MOST_WAITING = 1_000;

    private final ResetMails mails;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("password-resets").daemon().factory());

    Requests(ResetMails mails) {
        this.mails = mails;
        worker.allowCoreThreadTimeOut(true);
    }

    /** Takes note of a request and returns at once. */
    void put(AccountId account, String email) {
        try {
            worker.execute(() -> answer(account, email));
        } catch (RejectedExecutionException full) {
            LOG.warn("More than {} people ask for a new password at once; further ones are not heard", MOST_WAITING);
        }
    }

    private void answer(AccountId account, String email) {
        try {
            mails.answer(account, email);
        } catch (RuntimeException fault) {
            LOG.error("A request for a new password could not be answered", fault);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
