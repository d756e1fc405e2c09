package io.bailiwick.accounts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, as whoever follows the changes finds out at once. While it does not, nobody waits to
 * learn what is known already.
 */
@Component
public class DatabaseContact {
    /** The change feed asks every second; this is longer than any answer should take. */
    private static final Duration SILENCE = Duration.ofMillis(2_500);

    private final Duration bound;
    private volatile State state = new State(null, false);

    /** When it answered last, null before the first time, and whether it has failed since. */
    private record State(@Nullable Long answered, boolean failed) {
        boolean isOlderThan(Duration age) {
            return answered != null && System.nanoTime() - answered > age.toNanos();
        }
    }

    DatabaseContact(Staleness staleness) {
        this.bound = staleness.stalenessBound();
    }

    /** The database answers; returns whether it had failed before. */
    public boolean made() {
        var failed = state.failed();
        state = new State(System.nanoTime(), false);
        return failed;
    }

    /** The database failed to answer; returns whether it had answered before. */
    public boolean lost() {
        var before = state;
        state = new State(before.answered(), true);
        return !before.failed();
    }

    /** Whether there is no use in asking: it failed just now, or has been silent for as long as the staleness bound. */
    public boolean isLost() {
        return state.failed() || state.isOlderThan(bound);
    }

    /** Whether an answer may take long, so that what was known a moment ago is to be preferred. */
    public boolean isSilent() {
        return state.failed() || state.isOlderThan(SILENCE);
    }
}
