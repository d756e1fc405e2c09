package io.bailiwick.invitations;

import io.bailiwick.users.Acceptance;
import org.jspecify.annotations.Nullable;

/** What is typed by somebody who accepts; the password is never shown again. */
public record AcceptFields(
        @Nullable String token,
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String password) {
    public AcceptFields {
        token = token == null ? "" : token;
        name = name == null ? "" : name;
        timeZone = timeZone == null ? "" : timeZone;
    }

    /** The token, empty when there is none. */
    String link() {
        return token == null ? "" : token;
    }

    Acceptance typed() {
        return new Acceptance(name, password, timeZone);
    }

    /** Never token and password. */
    @Override
    public String toString() {
        return "AcceptFields[" + name + "]";
    }
}
