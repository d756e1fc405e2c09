package io.bailiwick.signin;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.signin.AttemptStore.SlowDown;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * One counter of failed attempts for each e-mail address, shared by all doors: five may fail, then the doors close, for a
 * second at first and twice as long each time, up to a quarter of an hour. It never touches open sessions. Whether
 * somebody has the address makes no difference.
 */
@Service
public class Attempts {
    /** After so long without an attempt what failed before counts for nothing. */
    static final Duration MEMORY = Duration.ofHours(24);

    private static final SlowDown SLOW_DOWN = new SlowDown(5, Duration.ofMinutes(15), MEMORY);
    private static final int NO_TEXT = '\uFFFD';
    private static final int LONGEST_EMAIL = 254;

    private final AttemptStore store;

    /**
     * Attempts for one address go one by one within a node, so that a right password is never refused for the sake of
     * others under way at the same time. Who waits holds no connection to the database.
     */
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(256).toArray(ReentrantLock[]::new);

    Attempts(AttemptStore store) {
        this.store = store;
    }

    /**
     * Lets one attempt through, if the door is open. Call it outside of a transaction.
     *
     * @param email as typed; need not be anybody's
     * @param check looks at the password; empty means that it was wrong
     * @return what the check returned
     * @throws Refusal.TooOften when the door is closed; the password was not looked at
     */
    public <T> Optional<T> judge(AccountId account, String email, Supplier<Optional<T>> check) {
        var key = key(email);
        var turn = turns[Math.floorMod(key.hashCode() * 31 + account.hashCode(), turns.length)];
        turn.lock();
        try {
            return counted(account, key, check);
        } finally {
            turn.unlock();
        }
    }

    /** Forgets the failures for an address: its doors are open. True when there were any. */
    public boolean forget(AccountId account, String email) {
        return store.reset(account, key(email));
    }

    private <T> Optional<T> counted(AccountId account, String key, Supplier<Optional<T>> check) {
        if (!store.count(account, key, SLOW_DOWN)) {
            throw tooOften(store.closedFor(account, key).orElse(Duration.ZERO));
        }
        try {
            var result = check.get();
            if (result.isPresent()) {
                store.reset(account, key);
            }
            return result;
        } catch (RuntimeException unjudged) {
            store.takeBack(account, key);
            throw unjudged;
        }
    }

    private static Refusal.TooOften tooOften(Duration remaining) {
        var wait = Duration.ofSeconds(Math.max(1, remaining.plusMillis(999).toSeconds()));
        return new Refusal.TooOften(
                "Too many attempts failed for this e-mail address. Try again in " + words(wait) + ".", wait);
    }

    private static String words(Duration wait) {
        var seconds = wait.toSeconds();
        if (seconds == 1) {
            return "a second";
        }
        return seconds < 100 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    /** What the database can hold of whatever was typed; nobody has an address with what is no text in it. */
    static String key(String email) {
        return email.strip()
                .codePoints()
                .map(letter -> letter >= ' ' && Character.getType(letter) != Character.SURROGATE ? letter : NO_TEXT)
                .limit(LONGEST_EMAIL)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
