package io.bailiwick.flows;

import org.jspecify.annotations.Nullable;

/**
 * What is written of an endpoint.
 *
 * @param name 1 to 100 characters
 * @param key 1 to 40 lower-case letters, digits and hyphens, unique among the account's endpoints
 * @param url `http` or `https`
 * @param attempts 1 to 10; 5 when it is left out
 */
public record EndpointForm(
        @Nullable String name,
        @Nullable String key,
        @Nullable String url,
        @Nullable Integer attempts) {
    static EndpointForm of(Endpoint endpoint) {
        return new EndpointForm(endpoint.name(), endpoint.key(), endpoint.url(), endpoint.attempts());
    }
}
