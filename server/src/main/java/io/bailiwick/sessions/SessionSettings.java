package io.bailiwick.sessions;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live.
 *
 * @param idle a session that nobody uses for so long ends: `BAILIWICK_SESSIONS_IDLE`
 * @param lifetime a session ends so long after sign-in, used or not: `BAILIWICK_SESSIONS_LIFETIME`
 */
@ConfigurationProperties("bailiwick.sessions")
record SessionSettings(
        @DefaultValue("2h") Duration idle,
        @DefaultValue("24h") Duration lifetime) implements CheckedSettings {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @Override
    public void check(SettingFaults faults) {
        if (idle.compareTo(SHORTEST) < 0) {
            faults.add("bailiwick.sessions.idle", "must be at least a minute, such as `2h`");
        }
        if (idle.compareTo(lifetime) > 0) {
            faults.add("bailiwick.sessions.lifetime", "must not be shorter than BAILIWICK_SESSIONS_IDLE");
        }
    }
}
