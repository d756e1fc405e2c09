package io.bailiwick.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.kernel.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {
    private static final Instant NOW = Instant.parse("2026-10-26T14:20:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @EnumSource
    void stepsFollowEachOtherUpToNow(Period period) {
        for (var zone : new String[] {"UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia"}) {
            var steps = period.steps(NOW, ZoneId.of(zone));
            for (int step = 1; step < steps.size(); step++) {
                assertThat(steps.get(step).from()).isEqualTo(steps.get(step - 1).to());
            }
            assertThat(steps.getLast().from()).as(zone).isBeforeOrEqualTo(NOW);
            assertThat(steps.getLast().to()).as(zone).isAfter(NOW);
        }
    }

    @Test
    void daysAreThoseOfTheReader() {
        var steps = Period.MONTH.steps(NOW, BERLIN);
        assertThat(steps).hasSize(30);
        assertThat(steps.getLast().from()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        // Clocks were put back on that day, which had 25 hours.
        assertThat(steps.get(28).from()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    }

    @Test
    void aWeekIsShownInQuartersOfADayAndADayInHours() {
        assertThat(Period.WEEK.steps(NOW, BERLIN)).hasSize(6 * 4 + 3);
        assertThat(Period.DAY.steps(NOW, BERLIN)).hasSize(24);
        assertThat(Period.DAY.steps(NOW, BERLIN).getLast().from()).isEqualTo(Instant.parse("2026-10-26T14:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1d", "24H", "7d "})
    void otherPeriodsAreRefused(String word) {
        assertThatThrownBy(() -> Period.of(word)).isInstanceOf(Refusal.Malformed.class);
    }
}
