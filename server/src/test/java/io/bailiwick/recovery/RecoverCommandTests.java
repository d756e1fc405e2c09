package io.bailiwick.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.Visitor;
import io.bailiwick.faults.Child;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is run for real: a process of its own, beside the server and without it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoverCommandTests {
    private static final Pattern LINK = Pattern.compile("/recover\\?token=(\\S+)");
    private static final String NEW = "lantern gravel orchid 93 violin";

    private final HttpClient http = HttpClient.newHttpClient();
    private Child server;

    /** What a command said and how it ended. */
    private record Said(int code, String out, String err) {
        String token() {
            var found = LINK.matcher(out);
            assertThat(found.find()).as(out + err).isTrue();
            return found.group(1);
        }
    }

    @BeforeAll
    void start() throws IOException {
        server = Child.start(Child.emptyData("recovery"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        server.close();
        http.close();
    }

    @Test
    void aLinkSetsAPasswordAndSignsInOnce() throws Exception {
        var listed = recover(server.data());
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains(Child.EMAIL).doesNotContain("token=");

        amongManyOthers();
        var before = recover(server.data(), "--email", Child.EMAIL).token();
        var said = recover(server.data(), "--email", Child.EMAIL.toUpperCase(java.util.Locale.ROOT));
        assertThat(said.out()).contains("One-time link for").contains("http://127.0.0.1:");
        var visitor = server.visitor(http);
        assertThat(visitor.get("/recover?token=" + before).status())
                .as("the one before")
                .isEqualTo(410);
        assertThat(visitor.get("/recover?token=" + said.token()).body()).contains(Child.EMAIL);
        assertThat(post(visitor, said.token(), "short").status()).isEqualTo(422);

        var entered = post(visitor, said.token(), NEW);
        assertThat(entered.status()).as(entered.body()).isEqualTo(303);
        assertThat(visitor.get("/api/v1/me").json().path("email").asString()).isEqualTo(Child.EMAIL);
        assertThat(post(server.visitor(http), said.token(), NEW).status()).isEqualTo(410);
        assertThat(server.rows().sql("""
                                select actor_name from audit_entries where kind = 'user.recovery-link-made'
                                """).query(String.class).list())
                .hasSizeGreaterThanOrEqualTo(2)
                .containsOnly("Command line");
        assertThat(server.rows()
                        .sql("select details::text from audit_entries")
                        .query(String.class)
                        .list())
                .noneMatch(details -> details.contains(said.token()));

        server.rows().sql("delete from users where email like '%@many.example'").update();
        assertThatADisabledOneIsEnabledWithoutTheServerToo(visitor);
    }

    /** More come before by name than are listed. */
    private void amongManyOthers() throws Exception {
        server.rows().sql("""
                        insert into users (account, id, email, name, role, permissions, data_access, time_zone, network,
                            shared_tickets, status, created_by_name, password)
                        select account, gen_random_uuid(), 'a' || each || '@many.example', '  A ' || each, role, '{}',
                            data_access, 'UTC', '{}', false, 'active', 'Test', 'none'
                        from users, generate_series(1, 101) as each
                        where email = :email
                        """).param("email", Child.EMAIL).update();
    }

    /** The second half of the same story: the server stops, and the command starts the database itself. */
    private void assertThatADisabledOneIsEnabledWithoutTheServerToo(Visitor visitor) throws Exception {
        var body = Map.of(
                "email", "grace@northgate.example",
                "name", "Grace Hopper",
                "password", "gravel orchid lantern 47 tuba",
                "role", "administrator",
                "network", List.of("10.0.0.0/8"));
        var csrf = Visitor.csrfOf(visitor.get("/me").body());
        var created = visitor.send("POST", "/api/v1/users", body, Map.of("X-CSRF-Token", csrf));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var path = "/api/v1/users/" + created.json().path("id").asString();
        visitor.send("PATCH", path, Map.of("status", "disabled"), Map.of("X-CSRF-Token", csrf));
        server.close();

        var refused = recover(server.data(), "--email", "grace@northgate.example");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("--enable").doesNotContain("\tat ");
        assertThat(recover(server.data()).out()).contains("disabled: add --enable");
        var said = recover(server.data(), "--email", "grace@northgate.example", "--enable", "--any-address");
        assertThat(said.code()).as(said.err()).isZero();

        server = Child.start(server.data());
        var grace = server.visitor(http);
        assertThat(post(grace, said.token(), NEW + " 2").status()).isEqualTo(303);
        assertThat(grace.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    void onlyAnAdministratorWithoutLimitsIsRecovered() throws Exception {
        var refused = recover(server.data(), "--email", "nobody@northgate.example");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("only such a user can be recovered").doesNotContain("\tat ");
        assertThat(recover(server.data(), "--account", "zzzz99").code()).isEqualTo(1);
    }

    @Test
    void withoutADatabaseItSaysWhatToSet(@TempDir Path empty) throws Exception {
        var refused = recover(empty, "--email", Child.EMAIL);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("BAILIWICK_DATA_DIR", "BAILIWICK_DATABASE_URL")
                .doesNotContain("\tat ");
        try (var files = Files.list(empty)) {
            assertThat(files).as("nothing is made").isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodExitsWithTwoAndHelpWithNone() throws Exception {
        assertThat(recover(server.data(), "--nonsense").code()).isEqualTo(2);
        assertThat(recover(server.data(), "--minutes", "0").err()).contains("1 to 1440");
        var help = recover(server.data(), "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("--email", "--enable", "--any-address", "Exit codes");
    }

    private static Visitor.Answer post(Visitor visitor, String token, String password) {
        return visitor.form("/recover", Map.of("token", token, "password", password, "again", password));
    }

    private static Said recover(Path data, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                BailiwickApplication.class.getName(),
                "admin",
                "recover"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("BAILIWICK_DATA_DIR", data.toString());
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out, err);
    }
}
