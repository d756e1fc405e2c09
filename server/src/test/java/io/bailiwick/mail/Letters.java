package io.bailiwick.mail;

import io.bailiwick.kernel.UserId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters for tests. */
final class Letters {
    private Letters() {}

    /** One with everything in it. */
    static Letter invitation(@Nullable UserId user, String email) {
        return new Letter(
                "invitation",
                user,
                "Ada Lovelace",
                email,
                "You are invited to Northgate Telecom",
                List.of("Hello Ada,", "Grace Hopper invites you to work in Northgate Telecom."),
                new Letter.Button("Come in", URI.create("https://panel.example/invitation?token=x")),
                "123456",
                new Letter.Quote("Grace Hopper writes:", "Welcome!\nSee you on Monday."),
                List.of("The invitation holds until 1 December 2026, 09:00 (Europe/Helsinki)."));
    }

    /** One without a secret. */
    static Letter notice(@Nullable UserId user, String email, String subject) {
        return new Letter(
                "password-changed",
                user,
                "Ada Lovelace",
                email,
                subject,
                List.of("Hello Ada,", "Your password was changed."),
                null,
                null,
                null,
                List.of());
    }
}
