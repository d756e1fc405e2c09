package io.bailiwick.flows;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of an endpoint as typed; what was not sent is empty. */
public record EndpointFields(String name, String key, String kind, String url, String folder, String attempts) {
    static final EndpointFields EMPTY = new EndpointFields("", "", Transport.HTTP.word(), "", "", "5");

    private static final int UNREADABLE = 0;

    public EndpointFields {
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, "");
        kind = Objects.requireNonNullElse(kind, "");
        url = Objects.requireNonNullElse(url, "");
        folder = Objects.requireNonNullElse(folder, "");
        attempts = Objects.requireNonNullElse(attempts, "");
    }

    static EndpointFields of(Endpoint endpoint) {
        return new EndpointFields(
                endpoint.name(),
                endpoint.key(),
                endpoint.transport().word(),
                Objects.requireNonNullElse(endpoint.url(), ""),
                Objects.requireNonNullElse(endpoint.folder(), ""),
                Integer.toString(endpoint.attempts()));
    }

    /** What belongs to another kind than the one that was chosen is left out. */
    EndpointForm form() {
        var inFolder = kind.equals(Transport.FOLDER.word());
        return new EndpointForm(name, key, kind, inFolder ? null : url, inFolder ? folder : null, number());
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
                .field(phrases.text("flows.kind"), there.kind, kind)
                .field(phrases.text("flows.endpoints.url"), there.url, url)
                .field(phrases.text("flows.folder"), there.folder, folder)
                .field(phrases.text("flows.endpoints.attempts"), there.attempts, attempts);
    }
}
