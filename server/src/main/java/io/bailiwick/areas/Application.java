package io.bailiwick.areas;

import java.time.Instant;
import java.util.List;

/**
 * An HTTP back end whose endpoints are guarded.
 *
 * @param key the short unique word by which proxies, imports and rules name it
 * @param builtin whether it is the panel itself, which nobody edits
 * @param origins where its pages live, such as {@code https://panel.example.com}: sign-in leads back to these alone
 * @param areas how many areas it has
 * @param version grows with each change of it, not of its areas
 */
public record Application(
        ApplicationId id,
        String key,
        String name,
        boolean builtin,
        List<String> origins,
        int areas,
        long version,
        Instant createdAt) {
    /** The key of the built-in application. */
    public static final String COCKPIT = "cockpit";

    public Application {
        origins = List.copyOf(origins);
    }
}
