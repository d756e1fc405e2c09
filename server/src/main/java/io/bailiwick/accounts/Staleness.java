package io.bailiwick.accounts;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what a node knows may be while its database is away: policies, users and sessions alike.
 *
 * @param stalenessBound after so long nothing is allowed any more: `BAILIWICK_STALENESS_BOUND`
 */
@ConfigurationProperties("bailiwick")
public record Staleness(@DefaultValue("5s") Duration stalenessBound) implements CheckedSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Override
    public void check(SettingFaults faults) {
        if (stalenessBound.compareTo(SHORTEST) < 0 || stalenessBound.compareTo(LONGEST) > 0) {
            faults.add("bailiwick.staleness-bound", "must be from `2s` to `1m`");
        }
    }
}
