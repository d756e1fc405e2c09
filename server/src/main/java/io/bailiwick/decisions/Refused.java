package io.bailiwick.decisions;

import com.fasterxml.jackson.annotation.JsonValue;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Gate;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, as it is kept.
 *
 * @param id what the refused person was told
 * @param source who refused
 * @param who who was refused
 * @param asked what was refused
 * @param revision the policy's revision by which it was judged
 * @param gate the gate that closed; null when something else stood against it, such as a guard rail
 * @param reason why, for a person
 * @param then every gate as it stood; asked for later, off the way of whoever waits for the refusal, and then of what it
 *     was made of at the time
 */
record Refused(
        UUID id,
        Instant at,
        Source source,
        AccountId account,
        Who who,
        Asked asked,
        long revision,
        @Nullable Gate gate,
        String reason,
        Supplier<Explained> then) {

    /** Who refused. */
    enum Source {
        /** A gate of the panel itself. */
        PANEL,
        /** A guard rail on administration. */
        RAIL,
        /** The door: the password was right. */
        SIGN_IN,
        /** The answer to a proxy. */
        PROXY;

        /** As on the wire. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Source of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A user, by the names of the time. */
    record Who(UserId user, String email, String name) {}

    /**
     * What was asked for.
     *
     * @param application the key of the application; what was written in its place where there is none
     * @param method the HTTP method
     * @param path the path as on the wire, without its query, which may hold secrets
     * @param address the client's address as text
     * @param partner the key of the partner concerned, or null
     */
    record Asked(
            String application,
            String method,
            String path,
            String address,
            @Nullable String partner) {
        Asked {
            application = storable(application);
            method = storable(method);
            path = storable(path.split("\\?", 2)[0]);
            address = storable(address);
        }

        /** The database takes every character but one. */
        private static String storable(String text) {
            return text.replace('\0', '\uFFFD');
        }
    }
}
