package io.bailiwick.activity;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long messages are kept.
 *
 * @param keepDays so many days after they have come to their end; null for ever
 */
@ConfigurationProperties("bailiwick.messages")
record MessageSettings(@Nullable Integer keepDays) implements CheckedSettings {
    private static final int MOST = 36_500;

    Optional<Duration> kept() {
        return Optional.ofNullable(keepDays).map(Duration::ofDays);
    }

    @Override
    public void check(SettingFaults faults) {
        if (keepDays != null && (keepDays < 1 || keepDays > MOST)) {
            faults.add("bailiwick.messages.keep-days", "must be 1 to 36500 days, or not set");
        }
    }
}
