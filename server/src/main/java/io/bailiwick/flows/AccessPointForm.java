package io.bailiwick.flows;

import org.jspecify.annotations.Nullable;

/**
 * What is written of an access point.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens, unique among the account's access points
 */
public record AccessPointForm(
        @Nullable String name, @Nullable String key) {
    static AccessPointForm of(AccessPoint point) {
        return new AccessPointForm(point.name(), point.key());
    }
}
