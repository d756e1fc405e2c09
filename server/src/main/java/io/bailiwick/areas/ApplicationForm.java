package io.bailiwick.areas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as somebody wants it.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens
 * @param origins addresses without a path, {@code http} or {@code https}; none when left out
 */
public record ApplicationForm(
        @Nullable String name,
        @Nullable String key,
        @Nullable List<String> origins) {
    /** An application as it is, to be changed. */
    static ApplicationForm of(Application application) {
        return new ApplicationForm(application.name(), application.key(), application.origins());
    }
}
