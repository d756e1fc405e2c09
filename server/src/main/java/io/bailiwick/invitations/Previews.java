package io.bailiwick.invitations;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.Letter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mail before it is sent. */
@Component
class Previews {
    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final Judging judging;
    private final Letters letters;
    private final InvitationSettings settings;
    private final Clock clock = Clock.systemUTC();

    Previews(Judging judging, Letters letters, InvitationSettings settings) {
        this.judging = judging;
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * The letter as the first of these people would get it, or somebody while there is none; its link leads nowhere.
     *
     * @throws io.bailiwick.kernel.Refusal.Invalid with the fault of `note`
     */
    Letter of(Actor actor, Addresses addresses, @Nullable String note) {
        var first = judging.judge(actor, addresses).ready().stream().findFirst();
        var now = clock.instant();
        var invitation = new Invitation(
                NOBODY,
                actor.user(),
                actor.name(),
                actor.email(),
                Notes.read(note),
                now,
                now.plus(settings.lifetime()),
                false);
        return letters.of(
                actor.account(),
                new Letters.Recipient(
                        NOBODY,
                        first.map(Verdict::name).orElse("Name"),
                        first.map(Verdict::text).orElse("name@example.com"),
                        ZoneOffset.UTC),
                invitation,
                "preview");
    }
}
