package io.bailiwick.flows;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of an access point as typed; what was not sent is empty. */
public record AccessPointFields(String name, String key, String kind, String folder) {
    static final AccessPointFields EMPTY = new AccessPointFields("", "", Transport.HTTP.word(), "");

    public AccessPointFields {
        name = Objects.requireNonNullElse(name, "");
        key = Objects.requireNonNullElse(key, "");
        kind = Objects.requireNonNullElse(kind, "");
        folder = Objects.requireNonNullElse(folder, "");
    }

    static AccessPointFields of(AccessPoint point) {
        return new AccessPointFields(
                point.name(), point.key(), point.transport().word(), Objects.requireNonNullElse(point.folder(), ""));
    }

    /** What belongs to another kind than the one that was chosen is left out. */
    AccessPointForm form() {
        return new AccessPointForm(name, key, kind, kind.equals(Transport.FOLDER.word()) ? folder : null);
    }

    /** Where it differs from what is saved. */
    Newer.Comparison against(AccessPoint saved, Phrases phrases) {
        var there = of(saved);
        return new Newer.Comparison()
                .field(phrases.text("flows.name"), there.name, name)
                .field(phrases.text("flows.key"), there.key, key)
                .field(phrases.text("flows.folder"), there.folder, folder);
    }
}
