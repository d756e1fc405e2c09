package io.bailiwick.decisions;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long refusals are kept to be explained.
 *
 * @param kept after so long a refusal is removed: `BAILIWICK_DECISIONS_KEPT`
 */
@ConfigurationProperties("bailiwick.decisions")
record DecisionSettings(@DefaultValue("90d") Duration kept) implements CheckedSettings {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3_650);

    @Override
    public void check(SettingFaults faults) {
        if (kept.compareTo(SHORTEST) < 0 || kept.compareTo(LONGEST) > 0) {
            faults.add("bailiwick.decisions.kept", "must be from `1h` to `3650d`");
        }
    }
}
