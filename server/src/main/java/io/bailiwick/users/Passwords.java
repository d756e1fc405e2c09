package io.bailiwick.users;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.users.PasswordRule.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Which passwords are good enough, and how they are kept: Argon2id, as many at a time as there are processors. */
@Component
class Passwords {
    static final int SHORTEST = 15;
    static final int LONGEST = 256;

    /** Guessing gets no easier by what follows, and the time to measure grows with the square. */
    private static final int MEASURED = 72;

    /** On zxcvbn's scale of 0 to 4: more than 10⁸ guesses. */
    private static final int STRONG = 3;

    /** So many letters and digits are no part of the profile. */
    private static final int LEAST_OF_ITS_OWN = 8;

    private static final long LONGEST_WAIT_IN_SECONDS = 15;

    /** No look-alikes: what is generated is read out and typed in. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder;
    private final Zxcvbn strength = new Zxcvbn();

    /** Each hash takes 19 MiB while it is made: whoever comes beyond this many waits. */
    private final Semaphore hashing =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** What a password for nobody is compared with, so that nobody takes as long as somebody. */
    private final String nobody;

    @Autowired
    Passwords(ObjectProvider<HashCost> cost) {
        this(cost.getIfAvailable(() -> HashCost.USUAL));
    }

    Passwords(HashCost cost) {
        var argon2id = new Argon2PasswordEncoder(16, 32, 1, cost.memoryInKib(), cost.iterations());
        encoder = new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2id));
        nobody = hash("There is nobody with this address.");
    }

    /**
     * What is wrong with a new password.
     *
     * @param context what stands in the user's profile, which a password must not be made of
     * @return a sentence for a person, or empty when it is good
     */
    Optional<String> problem(String password, List<String> context) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Use at least " + SHORTEST + " characters; this has " + length + ".");
        }
        if (length > LONGEST) {
            return Optional.of("Use at most " + LONGEST + " characters; this has " + length + ".");
        }
        if (!isWhole(password)) {
            return Optional.of("Use whole characters only: this holds half of one.");
        }
        return isGuessable(password, context)
                ? Optional.of("This is too easy to guess: it is made of common words, patterns, or what stands in the"
                        + " profile. Use a few unrelated words, or let a password manager make one.")
                : Optional.empty();
    }

    /**
     * How a password stands up to each rule; when none is broken, {@link #problem} finds nothing.
     *
     * @param password what is typed so far; nothing of it is judged while it is empty
     */
    List<Verdict> verdicts(String password, List<String> context) {
        if (password.isEmpty()) {
            return Stream.of(PasswordRule.values()).map(Verdict::open).toList();
        }
        var length = password.codePointCount(0, password.length());
        return List.of(
                Verdict.of(PasswordRule.LONG_ENOUGH, length >= SHORTEST),
                Verdict.of(PasswordRule.SHORT_ENOUGH, length <= LONGEST && isWhole(password)),
                Verdict.of(PasswordRule.NOT_OF_THE_PROFILE, !isMadeOf(words(context), measured(password))),
                Verdict.of(PasswordRule.HARD_TO_GUESS, isStrong(password, words(context))));
    }

    /** A password that nobody has thought of and that every rule lets pass; about 98 bits. */
    String generate() {
        return RANDOM.ints(GROUPS * GROUP, 0, LETTERS.length())
                .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                .collect(Collectors.joining())
                .replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    String hash(String password) {
        return oneOfFew(() -> encoded(password));
    }

    /**
     * Whether the password is the one that was hashed; takes as long when there is no hash.
     *
     * @param hash null when there is nobody, or nobody with a password
     */
    boolean matches(String password, @Nullable String hash) {
        var fits = oneOfFew(() -> encoder.matches(normal(password), hash == null ? nobody : hash));
        return fits && hash != null;
    }

    /** Whether the hash was made by parameters that are no longer ours. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private boolean isGuessable(String password, List<String> context) {
        var words = words(context);
        return isMadeOf(words, measured(password)) || !isStrong(password, words);
    }

    private boolean isStrong(String password, List<String> words) {
        return strength.measure(measured(password), words).getScore() >= STRONG;
    }

    private static String measured(String password) {
        return password.length() > MEASURED ? password.substring(0, MEASURED) : password;
    }

    private static boolean isWhole(String password) {
        return password.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** Whether little is left of it without these words, however often they come. */
    private static boolean isMadeOf(List<String> words, String password) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var word : words) {
            rest = rest.replace(word, " ");
        }
        var left = rest.codePoints().filter(Character::isLetterOrDigit).count();
        return rest.length() < password.length() && left < LEAST_OF_ITS_OWN;
    }

    private static List<String> words(List<String> context) {
        return Stream.concat(context.stream(), Stream.of("bailiwick"))
                .flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
    }

    private String encoded(String password) {
        var hash = encoder.encode(normal(password));
        if (hash == null) {
            throw new IllegalStateException("The encoder made nothing of a password");
        }
        return hash;
    }

    /** The same characters are the same password, however a keyboard composes them. */
    private static String normal(String password) {
        // Half of a character is nothing that could be encoded; no password holds one.
        var whole = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Normalizer.normalize(whole, Normalizer.Form.NFC);
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal.Unavailable("Too many people sign in at this moment. Try again in a minute.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable("The server is stopping. Try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
