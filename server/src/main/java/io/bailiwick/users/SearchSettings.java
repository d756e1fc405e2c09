package io.bailiwick.users;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one search may cost.
 *
 * @param timeout a search of the list of users is broken off after so long: `BAILIWICK_SEARCH_TIMEOUT`
 */
@ConfigurationProperties("bailiwick.search")
record SearchSettings(@DefaultValue("5s") Duration timeout) implements CheckedSettings {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public void check(SettingFaults faults) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            faults.add("bailiwick.search.timeout", "must be from `1s` to `5m`");
        }
    }
}
