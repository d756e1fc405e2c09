package io.bailiwick.users;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import io.bailiwick.database.EmbeddedPostgres;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.PageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads made-up people into an embedded PostgreSQL set up as the server sets it up, and says how long the server takes to
 * find some of them: the whole of what a list asks of the database, which is the page, its count and the account's total.
 */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class PeopleBench {
    private static final int TURNS = 60;
    private static final int WARM = 15;

    private final QueryPlans plans = new QueryPlans();
    private final Crowd crowd;
    private final List<PeopleSample> people;

    private PeopleBench(HikariDataSource source, int number) {
        crowd = new Crowd(source, loaded(source, number));
        if (crowd.find(UserFilter.NONE, PageRequest.first(), null).accountTotal() == 0) {
            load(source, number);
        }
        people = crowd.jdbc
                .sql("""
                        select name, email from users where account = :account order by id limit 500
                        """)
                .param("account", crowd.account.value())
                .query((row, place) -> new PeopleSample(row.getString("name"), row.getString("email")))
                .list();
    }

    private void load(HikariDataSource source, int number) {
        var groups = named("Group", 16).stream().map(crowd::group).toList();
        var partners = named("partner-", 16).stream().map(crowd::partner).toList();
        var resellers = named("reseller-", 8).stream().map(crowd::reseller).toList();
        var begun = System.nanoTime();
        new PeopleLoader(source, crowd.account).load(number, groups, partners, resellers);
        var took = Duration.ofNanos(System.nanoTime() - begun).truncatedTo(ChronoUnit.SECONDS);
        System.out.printf("%,d people loaded in %s%n", number, took);
    }

    /** The account that an earlier run loaded with as many, brought up to date; else the database is emptied, and null. */
    private static @Nullable AccountId loaded(HikariDataSource source, int number) {
        try {
            var account = JdbcClient.create(source)
                    .sql("select account from user_totals group by account having sum(total) = :number")
                    .param("number", number)
                    .query(UUID.class)
                    .optional()
                    .map(AccountId::new)
                    .orElseGet(() -> fresh(source));
            Flyway.configure().dataSource(source).load().migrate();
            return account;
        } catch (BadSqlGrammarException empty) {
            return fresh(source);
        }
    }

    private record PeopleSample(String name, String email) {}

    /** @param arguments how many people; one million when it is left out */
    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var number = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0].replace("_", ""));
        var directory = Path.of(System.getProperty("people.directory", "target/people-database"));
        try (var postgres = EmbeddedPostgres.start(directory);
                var source = new HikariDataSource()) {
            source.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.port()));
            source.setUsername("postgres");
            source.setPassword(postgres.superuserPassword());
            source.setMaximumPoolSize(4);
            new PeopleBench(source, number).run();
        }
    }

    private static @Nullable AccountId fresh(HikariDataSource source) {
        var flyway = Flyway.configure().dataSource(source).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        return null;
    }

    private void run() {
        System.out.printf("%-44s %10s %10s%n", "milliseconds at the server", "median", "p95");
        for (var question : questions().entrySet()) {
            time(
                    question.getKey(),
                    turn -> question.getValue()
                            .get(turn % question.getValue().size())
                            .ask(this));
        }
        deepPages();
        var watched = new Crowd(plans.watch(crowd.source), crowd.account);
        watched.find(Crowd.text(people.getFirst().email()), PageRequest.first(), null);
        plans.taken().stream().filter(plan -> plan.contains("with page as")).forEach(System.out::println);
    }

    /** One list that is asked for. */
    private record Question(String q, String sort) {
        void ask(PeopleBench bench) {
            bench.crowd.find(Crowd.text(q), new PageRequest(List.of(sort.split(",")), 50, null), null);
        }
    }

    private Map<String, List<Question>> questions() {
        var questions = new LinkedHashMap<String, List<Question>>();
        questions.put("first page, by name", all("name", ""));
        questions.put("first page, signed in last first", all("-lastSignInAt", ""));
        questions.put(
                "one person by name and address",
                people.stream()
                        .limit(75)
                        .map(one -> new Question(
                                "\"" + one.name() + "\" " + one.email().split("@", 2)[0], "name"))
                        .toList());
        questions.put(
                "one person by address",
                people.stream()
                        .skip(75)
                        .limit(75)
                        .map(one -> new Question(one.email(), "name"))
                        .toList());
        questions.put(
                "a name that hundreds have",
                people.stream()
                        .skip(150)
                        .limit(75)
                        .map(one -> new Question("\"" + one.name() + "\"", "name"))
                        .toList());
        questions.put("a small domain (cleo.com)", all("name", "cleo.com"));
        questions.put(
                "a domain",
                people.stream()
                        .skip(225)
                        .limit(75)
                        .map(one -> new Question("@" + one.email().split("@", 2)[1], "name"))
                        .toList());
        questions.put("the largest domains", all("name", "acme.com", "@globex.com", "initech.com", "umbrella.com"));
        questions.put("three letters", all("name", "ann", "mar", "son", "lee", "mari"));
        questions.put("in half of the addresses (.com)", all("name", ".com"));
        questions.put("nobody", all("name", "zzqqxx", "nobody-at-all@nowhere"));
        questions.put("two letters", all("name", "da", "ma", "zo", "jo", "wh", "ol"));
        questions.put("two letters of other scripts", all("name", "王伟", "Ив", "נו", "ma", "김", "अन"));
        questions.put("one letter", all("name", "a", "m", "z", "王"));
        questions.put("status:locked", all("name", "status:locked", "locked"));
        questions.put("status:invited, disabled", all("name", "status:invited", "status:disabled", "disabled"));
        questions.put("role", all("name", "role:partner", "role:administrator", "partner", "role:normal"));
        questions.put("group, large to small", all("name", "group:Group0", "group:Group5", "group:Group15"));
        questions.put(
                "partner, large to small", all("name", "partner:partner-0", "partner:partner-5", "partner:partner-15"));
        questions.put("not in a group", all("name", "-group:Group0", "group:none"));
        questions.put(
                "reseller, permission, ip",
                all("name", "reseller:reseller-1", "permission:jobs", "ip:10.7.1.1", "ip:limited"));
        questions.put("last:>90d, last:never, created", all("name", "last:>90d", "last:never", "created:<7d"));
        questions.put(
                "five terms at once",
                all("-lastSignInAt", ".com role:partner status:active group:Group3 -partner:partner-1"));
        questions.put("two letters, role and last sign-in", all("-lastSignInAt", "ma role:normal last:<30d"));
        return questions;
    }

    private static List<Question> all(String sort, String... searches) {
        return Arrays.stream(searches).map(q -> new Question(q, sort)).toList();
    }

    private void deepPages() {
        var page = crowd.find(UserFilter.NONE, new PageRequest(List.of("name"), 500, null), null);
        for (int turn = 0; turn < 200 && page.page().next() != null; turn++) {
            page = crowd.find(
                    UserFilter.NONE,
                    new PageRequest(List.of("name"), 500, page.page().next()),
                    null);
        }
        var deep = page.page().next();
        time(
                "a page 100,000 people on",
                turn -> crowd.find(UserFilter.NONE, new PageRequest(List.of("name"), 50, deep), null));
        time(
                "the counts of all views",
                turn -> List.of("role:administrator", "status:invited", "status:locked", "status:disabled", "last:>90d")
                        .forEach(q -> crowd.count(q, 10_001)));
    }

    private static void time(String what, IntConsumer ask) {
        var times = new ArrayList<Double>();
        for (int turn = 0; turn < WARM + TURNS; turn++) {
            var begun = System.nanoTime();
            ask.accept(turn);
            if (turn >= WARM) {
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT, "%-44s %10.1f %10.1f%n", what, times.get(TURNS / 2), times.get(TURNS * 95 / 100));
    }

    private static List<String> named(String stem, int number) {
        return IntStream.range(0, number).mapToObj(each -> stem + each).toList();
    }
}
