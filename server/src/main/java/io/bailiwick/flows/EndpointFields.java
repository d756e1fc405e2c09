package io.bailiwick.flows;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of an endpoint as typed; what was not sent is empty. */
public record EndpointFields(String name, String key, String url, String attempts) {
    private static final int UNREADABLE = 0;

    public EndpointFields {
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, "");
        url = Objects.requireNonNullElse(url, "");
        attempts = Objects.requireNonNullElse(attempts, "");
    }

    static EndpointFields of(Endpoint endpoint) {
        return new EndpointFields(
                endpoint.name(), endpoint.key(), endpoint.url(), Integer.toString(endpoint.attempts()));
    }

    EndpointForm form() {
        return new EndpointForm(name, key, url, number());
    }

    private int number() {
        try {
            return Integer.parseInt(attempts.strip());
        } catch (NumberFormatException none) {
            return UNREADABLE;
        }
    }

    /** Where it differs from what is saved. */
    Newer.Comparison against(Endpoint saved, Phrases phrases) {
        var there = of(saved);
        return new Newer.Comparison()
                .field(phrases.text("flows.name"), there.name, name)
                .field(phrases.text("flows.key"), there.key, key)
                .field(phrases.text("flows.endpoints.url"), there.url, url)
                .field(phrases.text("flows.endpoints.attempts"), there.attempts, attempts);
    }
}
