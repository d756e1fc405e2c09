package io.bailiwick.mail;

import java.time.Duration;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How long to wait between tries, and when to give up.
 *
 * @param first after the first try; each next one is twice as long
 * @param longest no wait is longer
 * @param giveUp so long after it was put into the outbox a letter is tried no more
 */
record Delays(Duration first, Duration longest, Duration giveUp) {
    /** Half a minute, a minute, two … an hour; for two days. */
    static final Delays USUAL = new Delays(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofDays(2));

    /** How long to wait after so many tries that failed. */
    Duration after(int tries) {
        var growth = new ExponentialBackOff(first.toMillis(), 2);
        growth.setMaxInterval(longest.toMillis());
        var waits = growth.start();
        var wait = waits.nextBackOff();
        for (var next = 1; next < tries && wait < longest.toMillis(); next++) {
            wait = waits.nextBackOff();
        }
        return Duration.ofMillis(wait);
    }
}
