package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Panel;
import io.bailiwick.TestDatabase;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.Mails;
import io.bailiwick.operations.SettingFaults;
import io.bailiwick.users.QuickHashes;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionOperations;

/** On a server of its own: an installation is set up once. The last test does it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "bailiwick.public-url=https://panel.example/"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({Panel.class, QuickHashes.class})
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupTests {
    private static final String PASSWORD = "gravel orchid lantern 1";

    @Autowired
    private Panel panel;

    @Autowired
    private Setup setup;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Mails mails;

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theLinkIsToldAtEachStartUntilThereIsAnAccount(CapturedOutput output) {
        start(new SetupSettings("", "", "https://panel.example/"));
        assertThat(output).containsPattern("https://panel\\.example/setup\\?token=setup\\.[A-Za-z0-9_-]{43}");
        var token = output.toString().replaceAll("(?s).*token=([\\w.-]+).*", "$1");
        assertThat(panel.visitor().get("/setup?token=" + token).status()).isEqualTo(200);
        assertThat(jdbc.sql("select token_hash::text from setup_links")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(token));
    }

    @Test
    void withoutTheLinkThereIsNoSetUp() {
        var visitor = panel.visitor();
        for (var token : new String[] {"", "x", "setup." + "A".repeat(43)}) {
            assertThat(visitor.get("/setup?token=" + token).status()).isEqualTo(410);
            assertThat(visitor.form("/setup", form(token)).status()).isEqualTo(410);
            assertThat(visitor.form("/setup/password", form(token)).status()).isEqualTo(410);
        }
        assertThat(setup.isDue()).isTrue();
    }

    @Test
    void whoeverComesBeforeItIsToldWhereTheLinkIs() {
        for (var path : List.of("/sign-in", "/sign-in?next=/users")) {
            assertThat(panel.visitor().get(path).body())
                    .as(path)
                    .contains("Set it up first", "one-time link in the log")
                    .doesNotContain("name=\"password\"");
        }
    }

    @Test
    void everyFaultOfTheFormIsShownAndTheLinkStaysGood() {
        var token = setup.link().text();
        var answer = panel.visitor()
                .form("/setup", Map.of("token", token, "account", "", "name", "", "email", "x", "password", "short"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("account-error")
                .contains("name-error")
                .contains("email-error")
                .contains("password-error")
                .doesNotContain("value=\"short\"");
        assertThat(panel.visitor().get("/setup?token=" + token).status()).isEqualTo(200);
        assertThat(accounts.first()).isEmpty();
    }

    @Test
    void thePasswordIsJudgedWhileItIsTyped() {
        var token = setup.link().text();
        var visitor = panel.visitor();
        var weak = new HashMap<>(form(token));
        weak.put("password", "too short");
        assertThat(visitor.form("/setup/password", weak).body()).contains("Not yet, 2 things");
        assertThat(visitor.form("/setup/password", form(token)).body())
                .doesNotContain("(not met)")
                .contains("(met)");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void axeFindsNothing(Look look) {
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            window.open("/sign-in");
            window.photograph("setup-first");
            window.assertNoViolations();
            var page = window.open("/setup?token=" + setup.link().text());
            page.fill("#password", PASSWORD);
            page.locator("#password").pressSequentially("!");
            page.waitForFunction("() => document.querySelectorAll('#password-rules .met').length === 4");
            window.photograph("setup");
            window.assertNoViolations();
            page.fill("#password", "");
            page.click("main .btn.pri");
            assertThat(page.locator("#errors").isVisible()).isTrue();
            window.photograph("setup-refused");
            window.assertNoViolations();
        }
    }

    @Test
    void settingsMakeTheFirstAdministrator() {
        transactions.executeWithoutResult(status -> {
            start(new SetupSettings("ada@example.org", PASSWORD, ""));
            assertThat(accounts.first()).isPresent();
            assertThat(jdbc.sql(
                                    "select array_to_string(permissions, ',') from users where role = 'administrator' and not password_change_due")
                            .query(String.class)
                            .list())
                    .containsExactly("integration-configuration");
            status.setRollbackOnly();
        });
        assertThat(setup.isDue()).isTrue();
    }

    @Test
    void wrongSettingsAreAllNamed() {
        assertThatThrownBy(() -> start(new SetupSettings("nobody", "short", "")))
                .isInstanceOf(InvalidAdministrator.class)
                .hasMessageContaining("BAILIWICK_ADMIN_EMAIL: ")
                .hasMessageContaining("BAILIWICK_ADMIN_PASSWORD: ");
        var faults = new SettingFaults();
        new SetupSettings("ada@example.org", "", "ftp://x/y").check(faults);
        assertThat(faults.sentences())
                .containsExactly(
                        "BAILIWICK_ADMIN_PASSWORD must be set when BAILIWICK_ADMIN_EMAIL is.",
                        "BAILIWICK_PUBLIC_URL must be an address without a path such as `https://panel.example.com`.");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void ofFiftyAtOnceOneSetsUpAndIsSignedIn(CapturedOutput output) {
        var token = setup.link().text();
        var another = setup.link().text();
        var visitors =
                IntStream.range(0, 50).mapToObj(number -> panel.visitor()).toList();
        visitors.forEach(Visitor::csrf);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = visitors.stream()
                    .map(visitor -> threads.submit(() -> {
                        var fields = new HashMap<>(form(visitors.indexOf(visitor) % 2 == 0 ? token : another));
                        fields.put("_csrf", visitor.csrf());
                        return visitor.formWithoutToken("/setup", fields).status();
                    }))
                    .toList();
            var statuses = all.stream().map(future -> {
                try {
                    return future.get();
                } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(statuses).containsOnly(303, 410).containsOnlyOnce(303);
        }
        assertThat(jdbc.sql("select count(*) from accounts").query(Long.class).single())
                .isEqualTo(1);
        var signedIn = visitors.stream()
                .filter(visitor -> visitor.cookies().containsKey("bailiwick"))
                .toList();
        assertThat(signedIn)
                .singleElement()
                .satisfies(visitor -> assertThat(visitor.get("/me").status()).isEqualTo(200));
        assertThat(panel.visitor().get("/setup?token=" + another).status()).isEqualTo(410);
        assertThatThrownBy(() -> setup.complete(token, new SetupForm("x", "x", "x@example.org", PASSWORD)))
                .isInstanceOf(Refusal.Gone.class);
        var told = output.length();
        start(new SetupSettings("someone@example.org", "short", ""));
        start(new SetupSettings("", "", ""));
        assertThat(output.toString().substring(told)).doesNotContain("/setup?token=");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withoutAMailServerMailIsHeldAndItsLinkCanBeFollowed() {
        var ada = panel.visitor();
        var session = ada.post("/api/v1/session", Map.of("email", "ada@example.org", "password", PASSWORD));
        var csrf = session.json().path("csrfToken").asString("");
        var token = Map.of("X-CSRF-Token", csrf);
        assertThat(ada.get("/me").body()).contains("no mail leaves yet").doesNotContain("the mail that we sent");
        assertThat(ada.get("/me/verification").body()).contains("an administrator finds them under Outgoing mail");
        ada.formWithoutToken("/me/verification", Map.of("_csrf", csrf));
        assertThat(ada.get("/me/verification").body())
                .contains("it is held under Outgoing mail")
                .doesNotContain("is on its way");
        photograph(ada, "mail-empty", "/mail");
        var letter = new Letter(
                "invitation",
                null,
                "Grace Hopper",
                "grace@example.org",
                "You are invited to Northgate",
                List.of("Hello Grace,", "Ada Lovelace invites you to Northgate."),
                new Letter.Button("Accept the invitation", URI.create("https://panel.example/invitation?token=x")),
                null,
                null,
                List.of());
        transactions.executeWithoutResult(
                status -> mails.send(accounts.first().orElseThrow().id(), letter));

        var held = ada.get("/api/v1/mail?state=held").json().path("items").path(0);
        assertThat(held.path("email").asString("")).isEqualTo("grace@example.org");
        assertThat(ada.get("/api/v1/mail?state=waiting").json().path("total").asInt())
                .isZero();
        var path = "/mail/" + held.path("id").asString("");
        assertThat(ada.send("POST", "/api/v1" + path + "/resend", Map.of(), token)
                        .status())
                .isEqualTo(409);
        assertThat(ada.get(path).body()).contains("href=\"https://panel.example/invitation?token=x\"");
        assertThat(ada.get(path + "/html").body()).doesNotContain("token=x").contains("for its recipient alone");
        assertThat(jdbc.sql("select details->>'email' from audit_entries where kind = 'mail.opened'")
                        .query(String.class)
                        .list())
                .containsExactly("grace@example.org");
        limitedOnesSeeNoLinkOf(path, ada, token);
        photograph(ada, "mail-held", "/mail");
        photograph(ada, "mail-held-one", path);
    }

    private void limitedOnesSeeNoLinkOf(String path, Visitor ada, Map<String, String> token) {
        var read = Map.of("area", "cockpit/Outgoing mail", "access", List.of("read"), "effect", "allow");
        var group = Map.of("name", "Post", "mode", "only-listed", "rules", List.of(read));
        var made = ada.send("POST", "/api/v1/groups", group, token)
                .json()
                .path("id")
                .asString("");
        var person = Map.of(
                "email",
                "post@example.org",
                "name",
                "Paula Post",
                "password",
                PASSWORD,
                "role",
                "administrator",
                "groups",
                List.of(made),
                "mustChangePassword",
                false);
        assertThat(ada.send("POST", "/api/v1/users", person, token).status()).isEqualTo(201);
        var limited = panel.visitor();
        limited.signIn("post@example.org", PASSWORD);
        for (var page : List.of(path, path + "/html", "/api/v1" + path)) {
            assertThat(limited.get(page).body())
                    .contains("for its recipient alone")
                    .doesNotContain("token=x");
        }
    }

    private void photograph(Visitor visitor, String name, String path) {
        for (var look : List.of(Look.LIGHT_WIDE, Look.DARK_PHONE)) {
            try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
                visitor.cookies().forEach(window::cookie);
                window.open(path);
                window.photograph(name);
                // No script enters the frame, that of axe neither: it would wait for ever.
                window.page().evaluate("() => document.querySelector('iframe')?.remove()");
                window.assertNoViolations();
            }
        }
    }

    private void start(SetupSettings settings) {
        new FirstStart(setup, settings, context).run(new DefaultApplicationArguments());
    }

    private static Map<String, String> form(String token) {
        return Map.of(
                "token", token,
                "account", "Northgate",
                "name", "Ada Lovelace",
                "email", "ada@example.org",
                "password", PASSWORD);
    }
}
