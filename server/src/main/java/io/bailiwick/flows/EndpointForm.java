package io.bailiwick.flows;

import io.bailiwick.kernel.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * What is written of an endpoint.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens, unique among the account's endpoints
 * @param kind `http` when it is left out, or `folder`
 * @param url for the kind `http`: an address of `http` or `https`
 * @param folder for the kind `folder`: its name
 * @param attempts 1 to 10; 5 when it is left out
 */
public record EndpointForm(
        @Nullable String name,
        @Nullable String key,
        @OneOf(Transport.class) @Nullable String kind,
        @Nullable String url,
        @Nullable String folder,
        @Nullable Integer attempts) {
    static EndpointForm of(Endpoint endpoint) {
        return new EndpointForm(
                endpoint.name(),
                endpoint.key(),
                endpoint.transport().word(),
                endpoint.url(),
                endpoint.folder(),
                endpoint.attempts());
    }
}
