package io.bailiwick.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Moments in a reader's zone, on the days too on which clocks are put forward or back. */
class TimesTests {
    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

    static {
        MESSAGES.setBasenames("messages/ui");
        MESSAGES.setDefaultEncoding(StandardCharsets.UTF_8.name());
        MESSAGES.setAlwaysUseMessageFormat(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The gap: 01:59:59 is followed by 03:00:00.
                "2026-03-29T00:59:59Z | Europe/Berlin       | 29 Mar 2026, 01:59:59 (Europe/Berlin, UTC+01:00)",
                "2026-03-29T01:00:00Z | Europe/Berlin       | 29 Mar 2026, 03:00:00 (Europe/Berlin, UTC+02:00)",
                // The overlap: half past two comes twice, and each says which it is.
                "2026-10-25T00:30:00Z | Europe/Berlin       | 25 Oct 2026, 02:30:00 (Europe/Berlin, UTC+02:00)",
                "2026-10-25T01:30:00Z | Europe/Berlin       | 25 Oct 2026, 02:30:00 (Europe/Berlin, UTC+01:00)",
                "2026-03-08T06:59:59Z | America/New_York    | 8 Mar 2026, 01:59:59 (America/New_York, UTC-05:00)",
                "2026-03-08T07:00:00Z | America/New_York    | 8 Mar 2026, 03:00:00 (America/New_York, UTC-04:00)",
                // Half an hour of summer time, and zones that are half or three quarters of an hour apart.
                "2026-04-04T15:00:00Z | Australia/Lord_Howe | 5 Apr 2026, 01:30:00 (Australia/Lord_Howe, UTC+10:30)",
                "2026-11-22T16:30:00Z | Asia/Kolkata        | 22 Nov 2026, 22:00:00 (Asia/Kolkata, UTC+05:30)",
                "2026-11-22T16:30:00Z | Asia/Kathmandu      | 22 Nov 2026, 22:15:00 (Asia/Kathmandu, UTC+05:45)",
                "2026-11-22T16:30:00Z | UTC                 | 22 Nov 2026, 16:30:00 (UTC)",
            })
    void everyMomentHasOneName(Instant moment, String zone, String words) {
        assertThat(at(moment, ZoneId.of(zone)).exact(moment)).isEqualTo(words);
    }

    @Test
    void whoeverHasNoAccountReadsUtcAndIsTold() {
        var moment = Instant.parse("2026-11-22T16:30:00Z");

        assertThat(at(moment, ZoneOffset.UTC).exact(moment)).endsWith("16:30:00 (UTC)");
        assertThat(at(moment, ZoneOffset.UTC).toTheMinute(moment)).isEqualTo("22 Nov 2026, 16:30 (UTC)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Twelve hours and more are told by the reader's calendar, a day of 23 or 25 hours included.
                "2026-03-29T20:00:00Z | 2026-03-28T22:30:00Z | Europe/Berlin    | Yesterday, 23:30",
                "2026-03-29T20:00:00Z | 2026-03-28T23:30:00Z | Europe/Berlin    | Today, 00:30",
                "2026-10-25T22:30:00Z | 2026-10-24T22:30:00Z | Europe/Berlin    | Today, 00:30",
                "2026-10-25T22:30:00Z | 2026-10-24T21:30:00Z | Europe/Berlin    | Yesterday, 23:30",
                "2026-11-22T20:00:00Z | 2026-11-22T00:30:00Z | America/New_York | Yesterday, 19:30",
                // Less than that is counted, whatever clocks do meanwhile.
                "2026-10-25T02:00:00Z | 2026-10-24T23:00:00Z | Europe/Berlin    | 3 h ago",
                "2026-03-29T02:00:00Z | 2026-03-28T23:00:00Z | Europe/Berlin    | 3 h ago",
            })
    void relativeTimesGoByTheReadersCalendar(Instant now, Instant moment, String zone, String words) {
        assertThat(at(now, ZoneId.of(zone)).relative(moment)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"Berlin,Europe/Berlin", "new york,America/New_York", "europe/berlin,Europe/Berlin", "utc,UTC"})
    void aZoneIsFoundByItsPlace(String typed, String zone) {
        assertThat(Zones.meant(typed)).contains(zone);
    }

    @Test
    void whatIsNoPlaceMeansNoZone() {
        assertThat(Zones.meant("Olympus Mons")).isEmpty();
    }

    private static Times at(Instant now, ZoneId zone) {
        return new Timekeeper(MESSAGES, Clock.fixed(now, ZoneOffset.UTC)).in(zone);
    }
}
