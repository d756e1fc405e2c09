package io.bailiwick.demo;

import io.bailiwick.demo.DemoPastStore.AttemptRow;
import io.bailiwick.demo.DemoPastStore.IssueRow;
import io.bailiwick.demo.DemoPastStore.JobRow;
import io.bailiwick.demo.DemoPastStore.MessageRow;
import io.bailiwick.demo.DemoPastStore.Rows;
import io.bailiwick.demo.DemoPeople.Cast;
import io.bailiwick.demo.DemoPeople.Person;
import io.bailiwick.flows.Configuration;
import io.bailiwick.flows.Configuration.Flow;
import io.bailiwick.flows.Engines;
import io.bailiwick.kernel.Actor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Thirty days of messages: many by day and few by night and at weekends; one in a hundred is not taken, and for an afternoon
 * the clearing house for numbers and the order desk take hardly any. Most of what failed was delivered again by somebody.
 */
@Component
class DemoPast {
    private static final int DAYS = 30;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int[] BY_HOUR = {
        2, 1, 1, 1, 2, 4, 8, 14, 22, 26, 27, 25, 20, 24, 26, 24, 21, 16, 11, 8, 6, 5, 4, 3
    };
    private static final Duration WAIT = Duration.ofSeconds(12);
    private static final String DOWN = "The endpoint answered 503.";
    private static final String REFUSED = "The endpoint answered 422.";
    private static final String SILENT = "The endpoint did not answer in time.";

    private final DemoPastStore store;
    private final Engines engines;

    DemoPast(DemoPastStore store, Engines engines) {
        this.store = store;
        this.engines = engines;
    }

    void settle(Actor server, Cast cast, Random random) {
        var configuration = engines.running(server.account());
        var now = Instant.now();
        var rows = new Rows();
        for (var hour = now.minus(Duration.ofDays(DAYS - 1L)).truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(now);
                hour = hour.plus(Duration.ofHours(1))) {
            for (int message = number(hour, random); message > 0; message--) {
                var at = hour.plusMillis(random.nextInt(3_600_000));
                if (at.isBefore(now.minusSeconds(60))) {
                    message(rows, cast, random, flow(configuration, random), at, now);
                }
            }
        }
        store.insert(server.account(), rows);
    }

    private static int number(Instant hour, Random random) {
        var there = hour.atZone(ZONE);
        var usual = BY_HOUR[there.getHour()] * (isWeekend(there.toLocalDate()) ? 0.3 : 1);
        return (int) Math.max(0, Math.round(usual * (0.8 + random.nextDouble() * 0.4)));
    }

    private static Flow flow(Configuration configuration, Random random) {
        var share = random.nextInt(
                DemoCarrier.PARTNERS.stream().mapToInt(DemoCarrier.Given::share).sum());
        var partner = DemoCarrier.PARTNERS.getFirst();
        for (var each : DemoCarrier.PARTNERS) {
            partner = each;
            share -= each.share();
            if (share < 0) {
                break;
            }
        }
        var key = partner.key();
        var kind = kind(random);
        return configuration.flows().stream()
                .filter(flow -> flow.from().key().equals(key) && flow.type().equals(kind.type()))
                .findFirst()
                .orElseThrow();
    }

    private static DemoFlows.Kind kind(Random random) {
        var share = random.nextInt(100);
        for (var kind : DemoFlows.KINDS) {
            share -= kind.share();
            if (share < 0) {
                return kind;
            }
        }
        return DemoFlows.KINDS.getFirst();
    }

    private static void message(Rows rows, Cast cast, Random random, Flow flow, Instant at, Instant now) {
        var kind = DemoFlows.KINDS.stream()
                .filter(each -> each.type().equals(flow.type()))
                .findFirst()
                .orElseThrow();
        var id = id(at, random);
        var isDown = isDown(kind, at, now);
        var failing = random.nextInt(1_000) < (isDown ? 850 : 12);
        var body = body(kind, flow, random);
        var reason = isDown ? DOWN : random.nextInt(3) == 0 ? SILENT : REFUSED;
        var tries = failing ? reason.equals(REFUSED) ? 1 : 3 : random.nextInt(100) < 3 ? 2 : 1;
        var job = id(at, random);
        var ended = tries(rows, random, new Tried(job, at, kind.millis(), tries, failing ? reason : null));
        var waits = failing && Duration.between(ended, now).toMinutes() < 45;
        rows.jobs.add(new JobRow(
                job,
                id,
                flow.partner(),
                flow.id(),
                waits ? "waiting" : failing ? "failed" : "completed",
                tries,
                status(failing ? reason : null),
                failing ? reason : null,
                null,
                null,
                flow.to().name(),
                (waits ? now.plus(Duration.ofHours(6)) : ended).toString(),
                at.toString(),
                waits ? null : ended.toString()));
        var state = waits ? "delivering" : failing ? "failed" : "delivered";
        if (failing && !waits) {
            var again = followed(rows, cast, random, new Failed(id, job, flow, kind, reason, ended, now));
            if (again != null) {
                state = "delivered";
                ended = again;
            }
        }
        rows.messages.add(new MessageRow(
                id,
                flow.partner(),
                flow.direction().word(),
                flow.type(),
                state,
                body.length(),
                "application/json",
                String.format(
                        Locale.ROOT,
                        "%s-%06d",
                        kind.type().substring(0, 2).toUpperCase(Locale.ROOT),
                        rows.messages.size()),
                flow.id(),
                flow.from().id(),
                flow.from().name(),
                flow.to().id(),
                flow.to().name(),
                at.toString(),
                state.equals("delivering") ? null : ended.toString(),
                state.equals("delivered") ? null : reason,
                body));
    }

    private record Tried(
            UUID job,
            Instant at,
            int millis,
            int number,
            @Nullable String reason) {}

    private record Failed(
            UUID message, UUID job, Flow flow, DemoFlows.Kind kind, String reason, Instant at, Instant now) {}

    /** Returns when the last of them ended. */
    private static Instant tries(Rows rows, Random random, Tried tried) {
        var at = tried.at();
        for (int number = 1; number <= tried.number(); number++) {
            var missed = tried.reason() != null || number < tried.number();
            var reason = tried.reason() == null ? DOWN : tried.reason();
            var took = missed && reason.equals(SILENT) ? 30_000 : took(tried.millis(), random);
            at = at.plusMillis(took);
            rows.attempts.add(new AttemptRow(
                    tried.job(), number, at.toString(), took, status(missed ? reason : null), missed ? reason : null));
            at = number < tried.number() ? at.plus(WAIT.multipliedBy(number)) : at;
        }
        return at;
    }

    private static int took(int usual, Random random) {
        return (int) Math.max(8, usual * Math.exp(random.nextGaussian() * 0.35));
    }

    /** What somebody did about it: delivered again at which moment, or null when the message stays failed. */
    private static @Nullable Instant followed(Rows rows, Cast cast, Random random, Failed failed) {
        var issue = id(failed.at(), random);
        var old = Duration.between(failed.at(), failed.now()).toHours() > 20;
        var by = seenBySami(failed.flow()) ? cast.sami() : cast.ada();
        var fate = old ? random.nextInt(10) : 9;
        var later = failed.at().plus(Duration.ofMinutes(15 + random.nextInt(180)));
        var comments =
                random.nextInt(3) == 0 ? DemoWords.comments(rows, random, issue, cast, by, failed.at(), later) : 0;
        var again = fate < 7 ? again(rows, random, failed, by, later) : null;
        var closed = again != null ? again : fate == 7 ? later : null;
        rows.issues.add(new IssueRow(
                issue,
                failed.message(),
                failed.job(),
                failed.flow().partner(),
                closed == null ? "open" : "closed",
                failed.reason(),
                1,
                comments,
                failed.at().toString(),
                failed.at().toString(),
                closed == null ? null : closed.toString(),
                again == null && closed != null ? by.name() : null));
        return again;
    }

    private static Instant again(Rows rows, Random random, Failed failed, Person by, Instant at) {
        var job = id(at, random);
        var run = id(at, random);
        var ended = tries(rows, random, new Tried(job, at, failed.kind().millis(), 1, null));
        rows.runs.add(new DemoPastStore.RunRow(run, by.id().value(), by.name(), 1));
        rows.jobs.add(new JobRow(
                job,
                failed.message(),
                failed.flow().partner(),
                failed.flow().id(),
                "completed",
                1,
                200,
                null,
                run,
                by.name(),
                failed.flow().to().name(),
                ended.toString(),
                at.toString(),
                ended.toString()));
        return ended;
    }

    private static boolean seenBySami(Flow flow) {
        return List.of("acme-voice", "brightcall", "copperline", "globalink")
                .contains(flow.from().key());
    }

    /** Three days ago or on the working day before that, in the afternoon. */
    private static boolean isDown(DemoFlows.Kind kind, Instant at, Instant now) {
        var day = now.atZone(ZONE).toLocalDate().minusDays(3);
        while (isWeekend(day)) {
            day = day.minusDays(1);
        }
        var there = at.atZone(ZONE);
        return List.of("clearing-house", "order-desk").contains(kind.endpoint())
                && there.toLocalDate().equals(day)
                && there.getHour() >= 13
                && there.getHour() < 17;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static @Nullable Integer status(@Nullable String reason) {
        return switch (reason) {
            case null -> 200;
            case DOWN -> 503;
            case REFUSED -> 422;
            default -> null;
        };
    }

    private static String body(DemoFlows.Kind kind, Flow flow, Random random) {
        var partner = flow.from().key();
        return switch (kind.type()) {
            case "call-records" ->
                String.format(
                        Locale.ROOT,
                        "{\"partner\":\"%s\",\"calls\":%d,\"minutes\":%d,\"failedCalls\":%d}",
                        partner,
                        20 + random.nextInt(900),
                        60 + random.nextInt(4_000),
                        random.nextInt(40));
            case "orders" ->
                String.format(
                        Locale.ROOT,
                        "{\"partner\":\"%s\",\"item\":\"number-block\",\"quantity\":%d,\"country\":\"%s\"}",
                        partner,
                        10 * (1 + random.nextInt(20)),
                        random.nextBoolean() ? "DE" : "NL");
            case "porting" ->
                String.format(
                        Locale.ROOT,
                        "{\"partner\":\"%s\",\"number\":\"+4930%07d\",\"from\":\"carrier-%d\"}",
                        partner,
                        random.nextInt(10_000_000),
                        1 + random.nextInt(9));
            default ->
                String.format(
                        Locale.ROOT,
                        "{\"partner\":\"%s\",\"invoice\":\"2026-%05d\",\"amount\":\"%d.%02d\",\"currency\":\"EUR\"}",
                        partner,
                        random.nextInt(100_000),
                        100 + random.nextInt(9_000),
                        random.nextInt(100));
        };
    }

    /** An id of version 7, as if it had been made then. */
    static UUID id(Instant at, Random random) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
