package io.bailiwick.flows;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How messages come to an access point, and to an endpoint. */
public enum Transport {
    /** By HTTP POST. */
    HTTP,
    /** As files in a folder. */
    FOLDER;

    static Optional<Transport> of(@Nullable String word) {
        for (var transport : values()) {
            if (transport.word().equals(word)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }

    /** That of something that has a folder, or has none. */
    static Transport with(@Nullable String folder) {
        return folder == null ? HTTP : FOLDER;
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String label() {
        return "flows.kind." + word();
    }
}
