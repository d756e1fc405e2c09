package io.bailiwick.invitations;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long invitations live.
 *
 * @param lifetime an invitation that nobody accepts for so long is worth nothing: `BAILIWICK_INVITATIONS_LIFETIME`
 */
@ConfigurationProperties("bailiwick.invitations")
record InvitationSettings(@DefaultValue("7d") Duration lifetime) implements CheckedSettings {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(90);

    @Override
    public void check(SettingFaults faults) {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            faults.add("bailiwick.invitations.lifetime", "must be from 5 minutes to 90 days, such as `7d`");
        }
    }
}
