package io.bailiwick.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Traits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may read a partner's billing is mailed when its balance falls too low: once per crossing. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsTests {
    private static final String KIND = "balance-alert";

    @Autowired
    Panel panel;

    @Autowired
    Town town;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private Visitor mayor;
    private Town.Quarter here;
    private final List<Person> readers = new ArrayList<>();
    private final List<Person> others = new ArrayList<>();
    private Person unverified;

    @BeforeAll
    void settle() {
        here = town.quarter("Alerts");
        mayor = panel.signIn(here.mayor());
        readers.add(here.mayor());
        readers.add(town.add(here, "Alf Alert", Role.NORMAL, Traits.sees("all")));
        readers.add(town.add(here, "Sal Alert", Role.NORMAL, Traits.sees("selected", "acme", "hooli")));
        readers.add(town.add(here, "Pip Alert", Role.PARTNER, Traits.sees("selected", "acme")));
        others.add(town.add(here, "Hal Alert", Role.NORMAL, Traits.sees("selected", "hooli")));
        others.add(town.add(here, "Nia Alert", Role.NORMAL, Traits.sees("none")));
        others.add(town.add(here, "Dot Alert", Role.NORMAL, Traits.sees("all").in(here.desk())));
        others.add(town.add(
                here,
                "Ned Alert",
                Role.NORMAL,
                Traits.sees("all").in(here.desk()).of("north")));
        var optedOut = town.add(here, "Ota Alert", Role.NORMAL, Traits.sees("all"));
        var disabled = town.add(here, "Dan Alert", Role.NORMAL, Traits.sees("all"));
        others.add(optedOut);
        others.add(disabled);
        unverified = town.add(here, "Una Alert", Role.NORMAL, Traits.sees("all"));
        jdbc.sql("update users set email_verified = id <> :not where account = :account")
                .param("not", unverified.id().value())
                .param("account", here.account().id().value())
                .update();
        assertThat(panel.signIn(optedOut)
                        .put("/api/v1/me/alerts", Map.of("billing", false))
                        .status())
                .isEqualTo(200);
        mayor.patch("/api/v1/users/" + disabled.id(), Map.of("status", "disabled"));
        terms("acme", "100", "50");
    }

    @Test
    void everyReaderIsToldOncePerCrossing() {
        entry("acme", "first", "200");
        entry("acme", "second", "-120");
        told(1);
        entry("acme", "third", "-10");
        entry("acme", "fourth", "100");
        entry("acme", "fifth", "-80");
        told(2);
        entry("acme", "sixth", "-200");
        told(3);

        var letters = outbox.of(KIND, readers.getLast().email());
        assertThat(letters.get(0).text())
                .contains(
                        "The balance of Acme is low", "80.00", "below the threshold of 100.00", "/billing/acme", "/me");
        assertThat(letters.get(1).text()).contains("90.00");
        assertThat(letters.get(2).text())
                .contains("Acme is beyond its credit limit", "-110.00", "beyond the credit limit of 50.00")
                .doesNotContain("below the threshold");
        for (var other : others) {
            assertThat(acme(other)).as(other.name()).isZero();
        }
        assertThat(outbox.of(KIND, unverified.email())).isEmpty();
    }

    @Test
    void entriesAtOnceCrossOnce() throws Exception {
        terms("hooli", "100", "1000");
        entry("hooli", "start", "205");
        var calls = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < 16; number++) {
            var key = "rush-" + number;
            calls.add(() -> mayor.post(
                            "/api/v1/billing/hooli/entries", Map.of("key", key, "amount", "-10", "text", "Rush"))
                    .status());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(calls)).allMatch(done -> done.resultNow() == 201);
        }
        var hal = others.getFirst();
        outbox.await(KIND, hal.email(), 1);
        entry("hooli", "up", "100");
        entry("hooli", "down", "-100");
        outbox.await(KIND, hal.email(), 2);

        assertThat(outbox.of(KIND, hal.email())).hasSize(2);
        assertThat(outbox.of(KIND, hal.email()).getFirst().text()).contains("Hooli", "95.00");
        assertThat(jdbc.sql("select count(*) from billing_alerts where account = :account and not done")
                        .param("account", here.account().id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void termsThatAreChangedCrossToo() {
        terms("initech", "100", "50");
        entry("initech", "first", "150");
        terms("initech", "200", "50");
        toldOfInitech(1, "below the threshold of 200.00");
        terms("initech", "300", "50");
        entry("initech", "second", "-190");
        toldOfInitech(1, "150.00");
        terms("initech", "300", "30");
        toldOfInitech(2, "beyond the credit limit of 30.00");
        terms("initech", "300", "20");
        terms("initech", "300", "100");
        terms("initech", "300", "30");
        toldOfInitech(3, "-40.00");
    }

    private void toldOfInitech(int often, String words) {
        var alf = readers.get(1).email();
        Awaitility.await().pollInSameThread().until(() -> ofInitech(alf).size() >= often);
        assertThat(ofInitech(alf)).hasSize(often);
        assertThat(ofInitech(alf).getLast()).contains(words);
    }

    private List<String> ofInitech(String email) {
        return outbox.of(KIND, email).stream()
                .map(letter -> letter.text())
                .filter(text -> text.contains("Initech"))
                .toList();
    }

    @Test
    void whoMayReadSomeBillingChoosesOnTheOwnProfile() {
        var person = town.add(here, "Cho Alert", Role.NORMAL, Traits.sees("none"));
        var cho = panel.signIn(person);

        assertThat(cho.get("/me").body()).contains("Stop these mails");
        assertThat(cho.form("/me/alerts", Map.of("billing", "false")).header("Location"))
                .isEqualTo("/me");
        assertThat(cho.get("/me").body()).contains("Mail me again");
        assertThat(cho.get("/api/v1/me/alerts").json().path("billing").asBoolean(true))
                .isFalse();
        assertThat(cho.put("/api/v1/me/alerts", Map.of()).status()).isEqualTo(422);
        assertThat(panel.signIn(others.get(2)).get("/me").body()).doesNotContain("Stop these mails");
        assertThat(mayor.delete("/api/v1/users/" + person.id()).status()).isEqualTo(204);
    }

    /** Waits until every reader was told so often, and sees that it was not more often. */
    private void told(int often) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .until(() -> readers.stream().allMatch(reader -> acme(reader) >= often));
        for (var reader : readers) {
            assertThat(acme(reader)).as(reader.name()).isEqualTo(often);
        }
    }

    private long acme(Person reader) {
        return outbox.of(KIND, reader.email()).stream()
                .filter(letter -> letter.text().contains("Acme"))
                .count();
    }

    private void terms(String partner, String threshold, String limit) {
        var answer = mayor.put(
                "/api/v1/billing/" + partner + "/terms",
                Map.of("currency", "EUR", "creditLimit", limit, "lowBalanceThreshold", threshold));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void entry(String partner, String key, String amount) {
        var answer = mayor.post(
                "/api/v1/billing/" + partner + "/entries", Map.of("key", key, "amount", amount, "text", "For " + key));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
