package io.bailiwick.resets;

import io.bailiwick.kernel.AccountId;
import jakarta.annotation.PreDestroy;
import java.util.Locale;
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
    private static final int MOST_OF_A_CLIENT = 50;

    private final ResetMails mails;
    private final Waiting waiting = new Waiting(MOST_OF_A_CLIENT);
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("password-resets").daemon().factory());

    /** Somebody forgot the password of an address, says a client. */
    record Request(AccountId account, String email, String client) {}

    Requests(ResetMails mails) {
        this.mails = mails;
        worker.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes note of a request and returns at once. One that waits already is not noted again, and no client has more than
     * a few waiting, so that nobody is in the way of all others.
     *
     * @param client the client's address as text
     */
    void put(AccountId account, String email, String client) {
        var request = new Request(account, email.toLowerCase(Locale.ROOT), client);
        if (!waiting.note(request)) {
            return;
        }
        try {
            worker.execute(() -> answer(request));
        } catch (RejectedExecutionException full) {
            waiting.forget(request);
            LOG.warn("More than {} people ask for a new password at once; further ones are not heard", MOST_WAITING);
        }
    }

    private void answer(Request request) {
        waiting.forget(request);
        try {
            mails.answer(request.account(), request.email());
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
