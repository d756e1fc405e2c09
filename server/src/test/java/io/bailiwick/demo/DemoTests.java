package io.bailiwick.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.TestDatabase;
import io.bailiwick.Visitor;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The example account is filled, and each of its six people sees what is promised in docs/demo.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTests {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private ConfigurableApplicationContext context;
    private JdbcClient jdbc;

    @BeforeAll
    void start() {
        context = new SpringApplicationBuilder(BailiwickApplication.class)
                .initializers(new TestDatabase.Initializer())
                .properties("logging.level.root=warn")
                .run("--bailiwick.demo=true", "--bailiwick.port=0", "--bailiwick.management-port=0");
        jdbc = context.getBean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        context.close();
        http.close();
    }

    @Test
    void sumsAreWhatCountingFinds() {
        assertThat(numbers("""
                select (select coalesce(sum(open + delivered + failed), 0) from message_hours),
                    (select coalesce(sum(failed), 0) from message_hours),
                    (select sum(tries) from endpoint_hours), (select sum(missed) from endpoint_hours),
                    (select sum(given_up) from endpoint_hours), (select sum(took_ms) from endpoint_hours)
                """)).isEqualTo(numbers("""
                select (select count(*) from messages), (select count(*) from messages where state = 'failed'),
                    (select count(*) from job_attempts), (select count(*) from job_attempts where reason is not null),
                    (select count(*) from jobs where state = 'failed'), (select sum(took_ms) from job_attempts)
                """));
        assertThat(numbers("""
                select (select count(*) from (
                        select date_trunc('hour', received_at), partner, count(*) filter (where state = 'delivered'),
                            count(*) filter (where state = 'failed')
                        from messages group by 1, 2
                        except
                        select hour, partner, sum(delivered)::bigint, sum(failed)::bigint from message_hours
                        group by 1, 2) wrong),
                    (select count(*) from issues i where state = 'open' and not exists (
                        select from messages m where m.id = i.message and m.state = 'failed')),
                    (select sum(number) from sign_in_hours where outcome = 'opened')
                        - (select count(*) from audit_entries where kind = 'session.opened')
                """)).containsExactly(0L, 0L, 0L);
        assertThat(numbers("select count(*) from messages").getFirst()).isBetween(3_000L, 12_000L);
    }

    @Test
    void eachPersonSeesWhatIsPromised() {
        var ada = signIn("ada@northgate.example");
        assertThat(ada.get("/api/v1/partners").json().path("total").asInt()).isEqualTo(12);
        assertThat(ada.get("/api/v1/users?q=status:invited")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(10);
        assertThat(ada.get("/api/v1/users").json().path("accountTotal").asInt()).isEqualTo(200);
        assertThat(numbers("select count(*) from invitations where expires_at < now()")
                        .getFirst())
                .isEqualTo(2);
        assertThat(numbers("select count(*) from audit_entries where kind = 'user.withdrawn'")
                        .getFirst())
                .isOne();
        assertThat(numbers("select count(*) from mails where kind = 'verification'")
                        .getFirst())
                .isZero();
        assertThat(ada.get("/api/v1/dashboard?period=30d")
                        .json()
                        .path("signIns")
                        .path("opened")
                        .asInt())
                .isGreaterThan(200);
        var rita = signIn("rita@blueline.example");
        assertThat(rita.get("/api/v1/partners").json().path("total").asInt()).isEqualTo(3);
        assertThat(partners(rita)).containsExactlyInAnyOrder("globalink", "harborcall", "inkwell");
        assertThat(rita.get("/api/v1/users?q=status:invited")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        var nils = signIn("nils@northgate.example");
        assertThat(nils.get("/api/v1/routing").json().path("total").asInt()).isGreaterThan(10);
        assertThat(nils.get("/api/v1/endpoints").json().path("total").asInt()).isEqualTo(4);
        assertThat(nils.get("/api/v1/billing").status()).isEqualTo(403);
        var bea = signIn("bea@northgate.example");
        assertThat(bea.get("/api/v1/billing/copperline").body()).contains("entries");
        assertThat(bea.get("/api/v1/routing").status()).isEqualTo(403);
        var sami = signIn("sami@northgate.example");
        assertThat(partners(sami)).containsExactlyInAnyOrder("acme-voice", "brightcall", "copperline", "globalink");
        assertThat(sami.get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(sami.get("/api/v1/issues").json().path("total").asInt()).isPositive();
        var paula = signIn("paula@brightcall.example");
        assertThat(partners(paula)).containsExactly("brightcall");
        assertThat(paula.get("/api/v1/jobs").status()).isEqualTo(403);
        assertThat(paula.get("/api/v1/tickets").json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void refusalsAreThoseOfAMonth() {
        var ada = signIn("ada@northgate.example");
        var day = refusals(ada, "24h");
        var week = refusals(ada, "7d");
        var month = refusals(ada, "30d");
        assertThat(day).isBetween(10L, 60L);
        assertThat(week).isBetween(day + 8, month / 2);
        assertThat(month).isBetween(80L, 250L);
        assertThat(ada.get("/api/v1/dashboard").json().path("refusals").toString())
                .contains("groups", "role");
        assertThat(numbers("""
                select (select count(*) from (
                        select date_trunc('hour', at), gate, count(*) from refusals group by 1, 2
                        except
                        select hour, gate, sum(number)::bigint from refusal_hours group by 1, 2) wrong),
                    (select count(*) - (select sum(number) from refusal_hours) from refusals),
                    (select count(*) from refusals where explained->>'allowed' <> 'false'),
                    (select count(*) from billing_entries where created_at > now() - interval '19 hours')
                """)).containsExactly(0L, 0L, 0L, 1L);
    }

    private static long refusals(Visitor visitor, String period) {
        return visitor.get("/api/v1/dashboard?period=" + period)
                .json()
                .path("refusals")
                .valueStream()
                .mapToLong(gate -> gate.path("number").asLong())
                .sum();
    }

    @Test
    void aPartnerIsBelowItsThresholdAndThoseConcernedWereTold() {
        assertThat(signIn("bea@northgate.example").get("/billing").body()).contains("Copperline");
        assertThat(numbers("""
                select (select count(*) from billing_entries where created_at < now() - interval '6 days'),
                    (select count(*) from billing_entries where low),
                    (select count(*) from billings b where balance <> (
                        select sum(amount) from billing_entries e where e.partner = b.partner)),
                    (select count(*) from tickets where created_at < now() - interval '4 hours'),
                    (select count(*) from routes where effective_from > now() + interval '6 days')
                """)).containsExactly(60L, 1L, 0L, 3L, 1L);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> numbers("select count(*) from mails where kind = 'balance-alert'")
                                .getFirst()
                        > 0);
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() {
        var demo = context.getBean(Demo.class);
        var before =
                numbers("select count(*), (select count(*) from users), (select count(*) from partners) from messages");
        demo.begin();
        assertThat(numbers(
                        "select count(*), (select count(*) from users), (select count(*) from partners) from messages"))
                .isEqualTo(before);
        jdbc.sql("update demos set filled_at = null").update();
        assertThatThrownBy(demo::begin).hasMessageContaining("not filled to its end");
        jdbc.sql("delete from demos").update();
        assertThatThrownBy(demo::begin).isInstanceOf(NotEmpty.class).hasMessageContaining("holds `Northgate Telecom`");
    }

    private List<String> partners(Visitor visitor) {
        var found = new ArrayList<String>();
        visitor.get("/api/v1/dashboard?period=30d")
                .json()
                .path("messages")
                .path("partners")
                .forEach(each -> found.add(each.path("partner").asString()));
        return found;
    }

    private Visitor signIn(String email) {
        var port = context.getEnvironment().getProperty("local.server.port");
        var visitor = new Visitor(http, context.getBean(JsonMapper.class), "http://127.0.0.1:" + port);
        var answer = visitor.post("/api/v1/session", Map.of("email", email, "password", DemoPeople.PASSWORD));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return visitor;
    }

    private List<Long> numbers(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> {
                    var numbers = new ArrayList<Long>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        numbers.add(row.getLong(column));
                    }
                    return numbers;
                })
                .single();
    }
}
