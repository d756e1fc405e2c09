package io.bailiwick.database;

import java.util.function.Supplier;

/**
 * Asks the database by connections that are kept for this. What is asked here may be waited for by somebody who holds a
 * usual connection: a writer that wants to know its rights, everybody else who needs the answer that one of them loads. If
 * such a question could wait for a usual connection, they would all wait for each other.
 */
public final class Aside {
    private static final ScopedValue<Boolean> ASKING = ScopedValue.newInstance();

    private Aside() {}

    /** Asks; the question begins a transaction of its own, writes nothing, and asks nobody else. */
    public static <T> T ask(Supplier<T> question) {
        return ScopedValue.where(ASKING, true).call(question::get);
    }

    static boolean isAsking() {
        return ASKING.isBound();
    }
}
