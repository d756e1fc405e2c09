package io.bailiwick.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Mailbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.users.Users;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with naughty names: each is refused with words, or comes back as it was typed, wherever a name is told. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyUsersTests {
    private static final String DOMAIN = "naughty.example";

    private final House house;
    private final Mailbox mailbox;
    private final JdbcClient jdbc;

    /** By address, in the order of the addresses. */
    private final Map<String, String> names = new LinkedHashMap<>();

    @Autowired
    NaughtyUsersTests(Panel panel, Accounts accounts, Users users, Mailbox mailbox, JdbcClient jdbc) {
        house = new House(panel, accounts, users, "Naughty Names");
        this.mailbox = mailbox;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void everyNameIsTakenOrRefusedWithWords() {
        for (var text : NaughtyStrings.ALL) {
            var email = "n%03d@%s".formatted(names.size(), DOMAIN);
            var answer = house.visitor.post("/api/v1/users", Map.of("name", text, "email", email, "role", "normal"));
            if (NaughtyStrings.isName(text, 200)) {
                assertThat(answer.status()).as(text + " " + answer.body()).isEqualTo(201);
                assertThat(answer.json().path("name").asString()).isEqualTo(text.strip());
                names.put(email, text.strip());
            } else {
                House.assertRefused(answer, "name", text);
            }
        }
        assertThat(names).hasSizeGreaterThan(450);
    }

    @Test
    void theApiTellsThemAsTheyAre() {
        var users = house.listed("/api/v1/users?email=" + DOMAIN + "&sort=email");

        assertThat(users).extracting(user -> user.path("name").asString()).containsExactlyElementsOf(names.values());
    }

    @Test
    void theScreenShowsThemAsTheyAre() {
        assertThat(house.shown("/users?q=" + DOMAIN + "&sort=email&", "td.w a bdi"))
                .containsExactlyElementsOf(names.values());
    }

    @Test
    void theFileHoldsThemAsTheyAre() throws IOException {
        var file = house.visitor
                .get("/api/v1/users/export?q=" + DOMAIN + "&sort=email")
                .body();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(file))) {
            assertThat(parser.getRecords())
                    .extracting(row -> row.get("name").replaceFirst("^'", ""))
                    .containsExactlyElementsOf(names.values());
        }
    }

    @Test
    void theRecordsHoldThemAsTheyAre() {
        for (var table : List.of("changes", "audit_entries")) {
            var items = table.equals("changes") ? "items" : "details -> 'items'";
            var told = jdbc.sql("""
                    select item.value -> 'after' ->> 'name'
                    from %s c cross join lateral jsonb_array_elements(c.%s) as item (value)
                    where c.account = :account and item.value -> 'after' ->> 'email' like '%%@%s'
                    order by item.value -> 'after' ->> 'email'
                    """.formatted(table, items, DOMAIN))
                    .param("account", house.account.value())
                    .query(String.class)
                    .list();
            assertThat(told).as(table).containsExactlyElementsOf(names.values());
        }
    }

    @Test
    void theMailGreetsThemAsTheyAre() {
        var mails = mailbox.at(DOMAIN, names.size());

        names.forEach((email, name) -> {
            var mail = Objects.requireNonNull(mails.get(email), email);
            assertThat(mail.text()).as(email).startsWith("Hello " + name + ",\n");
            assertThat(mail.subject()).isEqualTo("First of all invites you to Naughty Names");
            assertThat(mail.headers().lines().map(line -> line.replaceFirst("[:\\s].*", "")))
                    .doesNotContain("Bcc", "Cc");
        });
    }

    @Test
    void whatIsTypedToFindThemIsFoundOrRefusedWithWords() {
        for (var text : NaughtyStrings.ALL) {
            var found = house.visitor.get("/api/v1/users?limit=1&name=" + Encoded.of(text));
            assertThat(found.status()).as(text).isIn(200, 422);
            if (NaughtyStrings.isName(text, 200)) {
                assertThat(found.json().path("total").asLong()).as(text).isPositive();
            }
        }
    }

    @Test
    void anyLineInTheSearchBarIsAnswered() {
        for (var text : NaughtyStrings.ALL) {
            var answer = house.visitor.send(
                    "GET", "/users?limit=1&q=" + Encoded.of(text), null, Map.of("HX-Request", "true"));
            assertThat(answer.status()).as(text).isIn(200, 422);
            assertThat(answer.body()).doesNotContain("<script>alert");
        }
    }

    @Test
    void aNoteIsMailedAsItIsOrRefusedWithWords() {
        var fit = new ArrayList<String>();
        for (var text : NaughtyStrings.ALL) {
            if (NaughtyStrings.isOneLine(text)) {
                fit.add(text);
            } else if (!text.isBlank()) {
                House.assertRefused(invite("refused@notes.example", text), "note", text);
            }
        }
        var notes = NaughtyStrings.together(fit, "\n", 1_000);
        for (int number = 0; number < notes.size(); number++) {
            var answer = invite("n" + number + "@notes.example", notes.get(number));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }

        var mails = mailbox.at("notes.example", notes.size());
        for (int number = 0; number < notes.size(); number++) {
            var text = Objects.requireNonNull(mails.get("n" + number + "@notes.example"))
                    .text();
            assertThat(text).contains("First of all:\n" + notes.get(number).replaceAll("(?m)^", "> ") + "\n\n");
        }
        assertThat(house.listed("/api/v1/users?email=refused@notes.example")).isEmpty();
    }

    private Answer invite(String email, String note) {
        return house.visitor.post(
                "/api/v1/invitations", Map.of("emails", List.of(email), "role", "normal", "note", note));
    }
}
