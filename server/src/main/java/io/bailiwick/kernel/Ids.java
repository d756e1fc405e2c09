package io.bailiwick.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes ids, which are UUIDs of version 7 (RFC 9562) and sort by the time they were made; and reads them. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private static final int LENGTH = 36;

    private Ids() {}

    /** Returns an id that was never returned before. Thread-safe. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /** The id that the text is; empty when it is none. */
    public static Optional<UUID> read(@Nullable String text) {
        try {
            return text == null || text.length() != LENGTH ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The id that the text is. A path names something or nothing: what is no id names nothing.
     *
     * @param what the kind of thing that it names
     * @throws Refusal.NotFound when it is no id
     */
    public static UUID read(String text, String what) {
        return read(text).orElseThrow(() -> new Refusal.NotFound(what));
    }
}
