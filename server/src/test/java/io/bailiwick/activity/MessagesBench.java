package io.bailiwick.activity;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.dashboard.Dashboards;
import io.bailiwick.dashboard.Period;
import io.bailiwick.flows.AccessPointForm;
import io.bailiwick.flows.AccessPoints;
import io.bailiwick.flows.DataFlowForm;
import io.bailiwick.flows.DataFlows;
import io.bailiwick.flows.Direction;
import io.bailiwick.flows.EndpointForm;
import io.bailiwick.flows.Endpoints;
import io.bailiwick.flows.Engines;
import io.bailiwick.flows.Sink;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Role;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a server with its own PostgreSQL with made-up messages, and says how long lists take, for an Administrator and for a
 * user with three partners, and how many messages a second an access point takes in over HTTP.
 */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class MessagesBench {
    private static final int PARTNERS = 40;
    private static final int WARM = 10;
    private static final int TURNS = 40;
    private static final int SENDERS = 16;
    private static final int SENT = 20_000;
    private static final int BATCH = 250_000;

    private final ApplicationContext context;
    private final Account account;
    private final Actor server;
    private final JdbcClient jdbc;

    private MessagesBench(ApplicationContext context) {
        this.context = context;
        this.account = context.getBean(Accounts.class).create("Bench");
        this.server = Actor.server(account.id());
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** @param arguments how many messages; five millions when it is left out */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var number = arguments.length == 0 ? 5_000_000 : Integer.parseInt(arguments[0].replace("_", ""));
        try (var context = new SpringApplicationBuilder(BailiwickApplication.class)
                .properties(
                        "logging.level.root=warn",
                        "bailiwick.port=0",
                        "bailiwick.management-port=0",
                        "bailiwick.flows.private-networks=127.0.0.0/8")
                .run()) {
            new MessagesBench(context).run(number);
        }
    }

    private void run(int number) throws IOException, InterruptedException {
        for (int partner = 0; partner < PARTNERS; partner++) {
            context.getBean(Partners.class)
                    .create(server, new PartnerForm("Partner " + partner, "partner-" + partner, null, partner != 39));
        }
        load(number);
        var few = user("few", List.of("partner-0", "partner-7", "partner-38"));
        System.out.printf("%-52s %10s %10s%n", "milliseconds at the server", "median", "p95");
        for (var who : List.of(server, few)) {
            var kind = who.isServer() ? "Administrator" : "three partners";
            filters().forEach((what, filter) -> time(kind + ", " + what, who, filter));
            for (var period : Period.values()) {
                time(
                        kind + ", dashboard of " + period.word(),
                        () -> context.getBean(Dashboards.class).of(who, period));
            }
        }
        ingest();
    }

    private LinkedHashMap<String, MessageFilter> filters() {
        var filters = new LinkedHashMap<String, MessageFilter>();
        filters.put("all", MessageFilter.ALL);
        filters.put("one partner", of("", "partner-7", null, null, ""));
        filters.put("failed", of("", "", null, MessageState.FAILED, ""));
        filters.put("delivered", of("", "", null, MessageState.DELIVERED, ""));
        filters.put("being delivered (none)", of("", "", null, MessageState.DELIVERING, ""));
        filters.put("outbound", of("", "", Direction.OUTBOUND, null, ""));
        filters.put("a type of 1 in 10", of("", "", null, null, "type-3"));
        filters.put("a type of 1 in 10,000", of("", "", null, null, "rare"));
        filters.put("a type that is not there", of("", "", null, null, "nowhere"));
        filters.put("failed, outbound, one type", of("", "", Direction.OUTBOUND, MessageState.FAILED, "type-3"));
        filters.put("a reference", of("R-4711", "", null, null, ""));
        filters.put("a reference that is not there", of("X-1", "", null, null, ""));
        var now = Instant.now();
        filters.put(
                "a day of last month",
                new MessageFilter(
                        "", "", null, null, "", now.minus(31, ChronoUnit.DAYS), now.minus(30, ChronoUnit.DAYS)));
        return filters;
    }

    private static MessageFilter of(
            String q, String partner, @Nullable Direction direction, @Nullable MessageState state, String type) {
        return new MessageFilter(q, partner, direction, state, type, null, null);
    }

    private void time(String what, Actor who, MessageFilter filter) {
        var messages = context.getBean(Messages.class);
        time(what, () -> messages.list(who, filter, PageRequest.first()));
    }

    private static void time(String what, Runnable call) {
        var times = new ArrayList<Double>();
        for (int turn = 0; turn < WARM + TURNS; turn++) {
            var begun = System.nanoTime();
            call.run();
            if (turn >= WARM) {
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT, "%-52s %10.1f %10.1f%n", what, times.get(TURNS / 2), times.get(TURNS * 95 / 100));
    }

    private Actor user(String name, List<String> partners) {
        var form = new UserForm(
                name + "@bench.example",
                name,
                Role.NORMAL.word(),
                List.of(),
                List.of(),
                new DataAccessForm("selected", partners),
                null,
                "UTC",
                List.of(),
                false,
                false,
                null);
        var user = context.getBean(Users.class).create(server, form, "gravel orchid lantern 1729");
        return new Actor(account.id(), user.id(), user.email(), name, Role.NORMAL, ZoneOffset.UTC, "127.0.0.1", false);
    }

    /** Spread over 60 days; a few partners have most of them; one in fifty failed. */
    private void load(int number) {
        var begun = System.nanoTime();
        for (int done = 0; done < number; done += BATCH) {
            insert(done, Math.min(BATCH, number - done), number);
        }
        sum();
        jdbc.sql("analyze").update();
        jdbc.sql("vacuum messages, jobs").update();
        System.out.printf(
                Locale.ROOT, "%,d messages loaded in %d s%n", number, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void insert(int from, int count, int total) {
        jdbc.sql("""
                with made as (
                    select n, (select array_agg(id order by key) from partners where account = :account) as partners,
                        now() - (:total - n) * interval '60 days' / :total as at
                    from generate_series(:first, :last) as n
                ), rows as (
                    select n, at, partners[1 + floor(power(random(), 3) * array_length(partners, 1))::int] as partner,
                        overlay(overlay(gen_random_uuid()::text
                            placing lpad(to_hex((extract(epoch from at) * 1000)::bigint >> 16), 8, '0') from 1 for 8)
                            placing lpad(to_hex((extract(epoch from at) * 1000)::bigint & 65535), 4, '0') || '-7'
                            from 10 for 6)::uuid as id
                    from made
                ), kept as (
                    insert into messages (account, id, partner, direction, type, state, size, content_type, reference,
                        flow, sender, endpoint, endpoint_name, received_at, finished_at, reason)
                    select :account, id, partner, case when n % 3 = 0 then 'outbound' else 'inbound' end,
                        case when n % 10000 = 1 then 'rare' else 'type-' || n % 10 end,
                        case when n % 50 = 0 then 'failed' else 'delivered' end, 1000, 'application/json',
                        case when n % 2 = 0 then 'R-' || n end, :flow, 'Bench', :flow, 'Bench', at, at,
                        case when n % 50 = 0 then 'The endpoint answered 500.' end
                    from rows
                    returning account, id, partner, state
                )
                insert into jobs (account, id, message, flow, partner, state, attempts, endpoint_name, due_at, started_at,
                    finished_at)
                select account, id, id, :flow, partner, case state when 'failed' then state else 'completed' end, 1, 'Bench',
                    now(), now(), now()
                from kept
                """)
                .param("account", account.id().value())
                .param("first", from + 1)
                .param("last", from + count)
                .param("total", total)
                .param("flow", new UUID(0, 1))
                .update();
    }

    /** As if each had been summed up when it came, and hours that are over had been folded. */
    private void sum() {
        jdbc.sql("""
                insert into message_hours (account, hour, partner, slot, open, delivered, failed)
                select account, date_trunc('hour', received_at), partner, -1, 0,
                    count(*) filter (where state = 'delivered'), count(*) filter (where state = 'failed')
                from messages where account = :account
                group by 1, 2, 3
                """).param("account", account.id().value()).update();
        jdbc.sql("""
                insert into endpoint_hours (account, hour, partner, endpoint, slot, endpoint_name, tries, missed, given_up,
                    took_ms, longest_ms)
                select account, date_trunc('hour', received_at), partner, md5(type)::uuid, -1, type, count(*),
                    count(*) filter (where state = 'failed'), count(*) filter (where state = 'failed'), count(*) * 90, 900
                from messages where account = :account
                group by 1, 2, 3, 4, 6
                """).param("account", account.id().value()).update();
        context.getBean(Folding.class).fold(account.id());
    }

    /** Many senders at once, over HTTP, while what came in is being delivered. */
    private void ingest() throws IOException, InterruptedException {
        try (var sink = new Sink()) {
            context.getBean(Endpoints.class)
                    .create(server, new EndpointForm("Sink", "sink", "http", sink.url("/"), null, 1));
            var opened =
                    context.getBean(AccessPoints.class).create(server, new AccessPointForm("Door", "door", null, null));
            for (int partner = 0; partner < 4; partner++) {
                context.getBean(DataFlows.class)
                        .create(
                                server,
                                new DataFlowForm("door", "partner-" + partner, "sink", "inbound", "t" + partner));
            }
            context.getBean(Engines.class).restart(server);
            var address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                    + opened.point().path();
            var secret = Objects.requireNonNull(opened.secret()).text();
            send(address, secret, SENT);
            var warm = sink.arrived().size();
            var begun = System.nanoTime();
            send(address, secret, SENT);
            System.out.printf(
                    Locale.ROOT,
                    "%,d messages of 1 kB taken in by %d senders over HTTP: %,.0f a second%n",
                    SENT,
                    SENDERS,
                    SENT / ((System.nanoTime() - begun) / 1e9));
            while (sink.arrived().size() < 2 * SENT) {
                Thread.sleep(50);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d delivered from then on, to the last: %,.0f a second%n",
                    2 * SENT - warm,
                    (2 * SENT - warm) / ((System.nanoTime() - begun) / 1e9));
        }
    }

    /** By blocking connections that are kept: what a sender costs is not what is measured, and it shares the processors. */
    private static void send(String address, String secret, int number) throws InterruptedException {
        System.setProperty("http.maxConnections", String.valueOf(SENDERS));
        var next = new AtomicInteger();
        var refused = new AtomicInteger();
        var body = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        var senders = IntStream.range(0, SENDERS)
                .mapToObj(sender -> Thread.ofPlatform().start(() -> {
                    for (int mine = next.getAndIncrement(); mine < number; mine = next.getAndIncrement()) {
                        if (!isAccepted(address + "?type=t" + mine % 4, secret, body)) {
                            refused.incrementAndGet();
                        }
                    }
                }))
                .toList();
        for (var sender : senders) {
            sender.join();
        }
        if (refused.get() > 0) {
            System.out.printf("%d were not accepted%n", refused.get());
        }
    }

    private static boolean isAccepted(String address, String secret, byte[] body) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Authorization", "Bearer " + secret);
            connection.setRequestProperty("Content-Type", "text/plain");
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            if (connection.getResponseCode() != 202) {
                return false;
            }
            try (var in = connection.getInputStream()) {
                in.readAllBytes();
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
