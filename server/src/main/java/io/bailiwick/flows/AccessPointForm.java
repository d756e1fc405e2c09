package io.bailiwick.flows;

import io.bailiwick.kernel.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * What is written of an access point.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens, unique among the account's access points
 * @param kind `http` when it is left out, or `folder`; it stays as it was created
 * @param folder for the kind `folder`: its name, unique among the account's access points
 */
public record AccessPointForm(
        @Nullable String name,
        @Nullable String key,
        @OneOf(Transport.class) @Nullable String kind,
        @Nullable String folder) {
    static AccessPointForm of(AccessPoint point) {
        return new AccessPointForm(point.name(), point.key(), point.transport().word(), point.folder());
    }
}
