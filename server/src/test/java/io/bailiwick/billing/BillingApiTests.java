package io.bailiwick.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PanelTest
class BillingApiTests {
    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void termsAreSetAndEntriesAddUpExactly() {
        var path = partner();
        assertThat(ada.get(path).json().path("standing").asString()).isEqualTo("unset");
        assertThat(entry(path, "early", "1").status()).isEqualTo(409);

        var set =
                ada.put(path + "/terms", Map.of("currency", "eur", "creditLimit", "50", "lowBalanceThreshold", "0.3"));

        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.json().path("currency").asString()).isEqualTo("EUR");
        assertThat(set.json().path("creditLimit").asString()).isEqualTo("50.00");
        assertThat(set.json().path("standing").asString()).isEqualTo("low");
        assertThat(entry(path, "a", "0.1").status()).isEqualTo(201);
        assertThat(entry(path, "b", "0.2").json().path("balance").asString()).isEqualTo("0.30");
        assertThat(entry(path, "c", "0.0001").json().path("balance").asString()).isEqualTo("0.3001");
        assertThat(entry(path, "d", "-60.0001").json().path("amount").asString())
                .isEqualTo("-60.0001");
        var now = ada.get(path).json();
        assertThat(now.path("balance").asString()).isEqualTo("-59.70");
        assertThat(now.path("standing").asString()).isEqualTo("over");
        assertThat(now.path("entries").path("total").asInt()).isEqualTo(4);
        assertThat(now.path("entries").path("items").path(0).path("number").asInt())
                .isEqualTo(4);
    }

    @Test
    void anEntrySentAgainIsNotMadeASecondTime() {
        var path = billed("0");

        var first = entry(path, "once", "12.50");
        var again = entry(path, "once", "12.5");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(entry(path, "once", "13").status()).isEqualTo(409);
        assertThat(ada.get(path).json().path("balance").asString()).isEqualTo("12.50");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var path = billed("0");

        assertThat(fields(ada.put(
                        path + "/terms",
                        Map.of("currency", "EURO", "creditLimit", "-1", "lowBalanceThreshold", "1e3"))))
                .containsExactly("currency", "creditLimit", "lowBalanceThreshold");
        assertThat(fields(ada.post(path + "/entries", Map.of("key", "a b", "amount", "1.23456"))))
                .containsExactly("amount", "text", "key");
        assertThat(fields(ada.post(path + "/entries", Map.of("key", "a", "amount", "0", "text", "nothing"))))
                .containsExactly("amount");
        assertThat(ada.post(path + "/entries", "{\"key\": \"a\", \"amount\": 1.5, \"text\": \"number\"}")
                        .status())
                .isEqualTo(400);
        assertThat(ada.get("/api/v1/billing?standing=rich").status()).isEqualTo(422);
    }

    @Test
    void theCurrencyStaysOnceThereAreEntries() {
        var path = billed("0");
        assertThat(ada.put(path + "/terms", Map.of("currency", "USD")).status()).isEqualTo(200);
        entry(path, "a", "1");

        assertThat(ada.put(path + "/terms", Map.of("currency", "EUR")).status()).isEqualTo(409);
        assertThat(ada.put(path + "/terms", Map.of("currency", "USD", "creditLimit", "5"))
                        .header("ETag"))
                .isEqualTo("\"3\"");
        var stale = Map.of("If-Match", "\"1\"");
        assertThat(ada.send("PUT", path + "/terms", Map.of("currency", "USD"), stale)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void entriesAtOnceAddUpAndEachIsMadeOnce() throws Exception {
        var path = billed("1000");
        var calls = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < 20; number++) {
            var key = "many-" + number;
            calls.add(() -> entry(path, key, "-1.0001").status());
            calls.add(() -> entry(path, key, "-1.0001").status());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(calls).stream()
                    .map(done -> done.resultNow())
                    .toList();

            assertThat(answers).filteredOn(status -> status == 201).hasSize(20);
            assertThat(answers).filteredOn(status -> status == 200).hasSize(20);
        }
        var now = ada.get(path + "?limit=100").json();
        assertThat(now.path("balance").asString()).isEqualTo("-20.002");
        var balances = new HashSet<String>();
        now.path("entries")
                .path("items")
                .forEach(item -> balances.add(item.path("balance").asString()));
        assertThat(balances).hasSize(20);
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEntry() {
        var path = billed("0");
        entry(path, "fixed", "1");

        assertThatThrownBy(
                        () -> jdbc.sql("update billing_entries set amount = 2").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(() -> jdbc.sql("delete from billing_entries").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theStatementIsPaged() {
        var path = billed("0");
        for (var number = 1; number <= 5; number++) {
            entry(path, "page-" + number, "1");
        }
        var all = new ArrayList<Integer>();
        var next = path + "?limit=2";
        while (!next.isEmpty()) {
            var page = ada.get(next).json().path("entries");
            assertThat(page.path("total").asInt()).isEqualTo(5);
            page.path("items").forEach(item -> all.add(item.path("number").asInt()));
            next = page.has("next")
                    ? path + "?limit=2&after=" + page.path("next").asString()
                    : "";
        }
        assertThat(all).containsExactly(5, 4, 3, 2, 1);
        assertThat(ada.get(path + "?sort=amount").status()).isEqualTo(422);
        entry(path, "far", "-7.5");
        assertThat(ada.get(path.replace("/api/v1", "")).body()).contains("2.50\u00a0EUR", "beyond the credit limit");
    }

    @Test
    void aPartnerReadsItsOwnAndChangesNothing() {
        ada.put("/api/v1/billing/acme/terms", Map.of("currency", "EUR"));
        var pia = panel.as(cast.pia);

        assertThat(pia.get("/api/v1/billing/acme").status()).isEqualTo(200);
        assertThat(pia.get("/api/v1/billing/globex").status()).isEqualTo(404);
        assertThat(pia.get("/api/v1/billing").json().path("total").asInt()).isEqualTo(1);
        assertThat(pia.post("/api/v1/billing/acme/entries", Map.of()).status()).isEqualTo(403);
        assertThat(pia.put("/api/v1/billing/acme/terms", Map.of()).status()).isEqualTo(403);
        assertThat(pia.get("/billing/acme").body())
                .contains("Acme Logistics")
                .doesNotContain("/billing/acme/terms", "/billing/acme/entries");
    }

    @Test
    void whoWasGivenItsDataSeesNothingOfAPartnerThatIsSwitchedOff() {
        var path = billed("0");
        var key = path.substring(path.lastIndexOf('/') + 1);
        var made = ada.post(
                "/api/v1/users",
                Map.of(
                        "email",
                        key + "@people.example",
                        "name",
                        "Given " + key,
                        "role",
                        "partner",
                        "dataAccess",
                        Map.of("mode", "selected", "partners", List.of(key)),
                        "password",
                        "gravel orchid lantern " + key,
                        "mustChangePassword",
                        false));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var given = panel.visitor();
        given.signIn(key + "@people.example", "gravel orchid lantern " + key);
        assertThat(given.get(path).status()).isEqualTo(200);

        ada.patch("/api/v1/partners/" + key, Map.of("active", false));

        assertThat(given.get(path).status()).isEqualTo(404);
        assertThat(given.get("/api/v1/billing").json().path("total").asInt()).isZero();
        assertThat(given.get("/billing").body()).contains("There is no partner yet whose data you see");
        ada.patch("/api/v1/partners/" + key, Map.of("active", true));
        assertThat(given.get(path).status()).isEqualTo(200);
    }

    @Test
    void pagesSetTermsAndMakeEntries() {
        var path = partner();
        var page = path.replace("/api/v1", "");
        assertThat(ada.get(page).body()).contains("Set terms", "nothing is billed");
        assertThat(ada.get(page + "/entries/new").header("Location")).isEqualTo(page);
        assertThat(ada.form(page + "/terms", Map.of("currency", "nope", "creditLimit", "12", "version", "0"))
                        .body())
                .contains("three letters", "value=\"12\"");
        assertThat(ada.form(page + "/terms", Map.of("currency", "EUR", "creditLimit", "1250", "version", "0"))
                        .header("Location"))
                .isEqualTo(page);
        var late = ada.form(page + "/terms", Map.of("currency", "EUR", "creditLimit", "9", "version", "0"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("1250.00", "saved this while you were changing it");

        assertThat(ada.get(page + "/entries/new").body()).contains("Amount in EUR", "name=\"key\"");
        var form = Map.of("direction", "out", "amount", "1000", "text", "Traffic", "key", "form-1");
        assertThat(ada.form(page + "/entries", form).header("Location")).isEqualTo(page);
        assertThat(ada.form(page + "/entries", form).header("Location")).isEqualTo(page);
        assertThat(ada.get(page).body()).contains("Traffic", "-1,000.00\u00a0EUR", "250.00\u00a0EUR", "one entry");
        assertThat(ada.form(page + "/entries", Map.of("direction", "in", "amount", "x", "text", "Kept", "key", "f"))
                        .body())
                .contains("Write an amount", "Kept");
    }

    @Test
    void theListIsFilteredByStandingAndSearched() {
        var over = billed("0");
        entry(over, "a", "-1");
        var key = over.substring(over.lastIndexOf('/') + 1);

        assertThat(partners(ada.get("/api/v1/billing?standing=over&q=" + key).json()))
                .containsExactly(key);
        assertThat(partners(ada.get("/api/v1/billing?standing=fine&q=" + key).json()))
                .isEmpty();
        assertThat(ada.get("/billing?q=" + key).body()).contains("Over the limit", "-1.00\u00a0EUR");
        assertThat(ada.delete("/api/v1/partners/" + key).json().path("detail").asString())
                .contains("1 billing account");
        ada.patch("/api/v1/partners/" + key, Map.of("active", false));
        assertThat(ada.get(over).status()).isEqualTo(404);
        assertThat(ada.get("/api/v1/billing?q=" + key).json().path("total").asInt())
                .isZero();
    }

    private String partner() {
        var key = "billing-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(ada.post("/api/v1/partners", Map.of("name", "Partner " + key, "key", key))
                        .status())
                .isEqualTo(201);
        return "/api/v1/billing/" + key;
    }

    private String billed(String limit) {
        var path = partner();
        assertThat(ada.put(path + "/terms", Map.of("currency", "EUR", "creditLimit", limit))
                        .status())
                .isEqualTo(200);
        return path;
    }

    private Answer entry(String path, String key, String amount) {
        return ada.post(path + "/entries", Map.of("key", key, "amount", amount, "text", "For " + key));
    }

    private static List<String> partners(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("partner").asString())
                .toList();
    }

    private static List<String> fields(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}
