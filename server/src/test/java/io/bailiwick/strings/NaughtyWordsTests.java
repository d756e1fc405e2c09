package io.bailiwick.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Mailbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Naughty contacts and tickets: what people write is kept as it is and shown as it is, or refused with words. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyWordsTests {
    private static final String CONTACTS = "/api/v1/contacts";
    private static final String TICKETS = "/api/v1/tickets";
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{2,39}( ?(x|ext\\.?) ?[0-9]{1,6})?");
    private static final Pattern NO_FILE = Pattern.compile("[\"/\\\\%]");

    private final House house;
    private final Mailbox mailbox;
    private final JdbcClient jdbc;

    /** Those of one line, several lines in one. */
    private final List<String> lines = NaughtyStrings.together(
            NaughtyStrings.ALL.stream().filter(NaughtyStrings::isOneLine).toList(), "\n", 2_000);

    @Autowired
    NaughtyWordsTests(Panel panel, Accounts accounts, Users users, Mailbox mailbox, JdbcClient jdbc) {
        house = new House(panel, accounts, users, "Naughty Words");
        this.mailbox = mailbox;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void aPartnerAndAProvenAddress() {
        house.visitor.post("/api/v1/partners", Map.of("name", "Acme", "key", "acme"));
        prove();
    }

    @Test
    void contactsAreKeptAndShownAsTyped() {
        for (var text : NaughtyStrings.ALL) {
            if (!NaughtyStrings.isName(text, 100)) {
                House.assertRefused(contact(Map.of("name", text)), "name", text);
                if (!text.isBlank()) {
                    House.assertRefused(contact(Map.of("name", "Any", "role", text)), "role", text);
                }
            }
            if (!NaughtyStrings.isOneLine(text) && !text.isBlank()) {
                House.assertRefused(contact(Map.of("name", "Any", "notes", text)), "notes", text);
            }
            aNumberAndAnAddressAreSuchOrRefused(text);
        }
        var names = NaughtyStrings.names(100);
        for (int number = 0; number < names.size(); number++) {
            var name = names.get(number);
            var note = lines.get(number % lines.size());
            var made = contact(Map.of("name", name, "role", name, "notes", note));
            assertThat(made.status()).as(name + " " + made.body()).isEqualTo(201);
            assertThat(made.json().path("notes").asString()).isEqualTo(note);
        }

        var kept = house.listed(CONTACTS + "?partner=acme");
        for (var field : List.of("name", "role")) {
            assertThat(kept).extracting(each -> each.path(field).asString()).containsAll(names);
        }
        assertThat(house.shown("/contacts?", "td.w a bdi")).containsAll(names);
        assertThat(house.shown("/contacts?", "td.w .small bdi")).containsExactlyInAnyOrderElementsOf(names);
        var last = kept.stream().filter(each -> each.path("notes").asString().equals(lines.getFirst()));
        var page = "/contacts/" + last.findFirst().orElseThrow().path("id").asString() + "?";
        assertThat(house.shown(page, "textarea")).containsExactly(lines.getFirst());
    }

    @Test
    void ticketsAreKeptShownAndMailedAsTyped() {
        for (var text : NaughtyStrings.ALL) {
            if (!NaughtyStrings.isName(text, 150)) {
                var answer = house.visitor.post(TICKETS, Map.of("subject", text, "text", "Any"));
                House.assertRefused(answer, "subject", text);
            }
            if (!NaughtyStrings.isOneLine(text) || !NaughtyStrings.isVisible(text)) {
                var answer = house.visitor.post(TICKETS, Map.of("subject", "Any", "text", text));
                House.assertRefused(answer, "text", text);
            }
        }
        var subjects = NaughtyStrings.names(150);
        var other = house.another("Second of all");
        prove();
        var made = new ArrayList<JsonNode>();
        for (int number = 0; number < subjects.size(); number++) {
            var text = lines.get(number % lines.size());
            var answer = house.visitor.post(TICKETS, Map.of("subject", subjects.get(number), "text", text));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.json().path("conversation").findValuesAsString("text"))
                    .containsExactly(text);
            made.add(answer.json());
            other.post(TICKETS + "/" + answer.json().path("id").asString() + "/replies", Map.of("text", text));
        }

        assertThat(house.listed(TICKETS + "?own=true"))
                .extracting(each -> each.path("subject").asString())
                .containsExactlyInAnyOrderElementsOf(subjects);
        assertThat(house.shown("/tickets?", "td.w bdi")).containsExactlyInAnyOrderElementsOf(subjects);
        var first = "/tickets/" + made.getFirst().path("id").asString() + "?";
        assertThat(house.shown(first, ".typed")).containsExactly(lines.getFirst(), lines.getFirst());
        var mails = mailbox.await(house.person.email(), subjects.size());
        var letters = mails.stream().map(Mailbox.Received::text).collect(Collectors.joining());
        assertThat(subjects).allSatisfy(subject -> assertThat(letters).contains(subject));
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.headers().lines().map(line -> line.replaceFirst("[:\\s].*", "")))
                        .doesNotContain("Bcc", "Cc"));
    }

    @Test
    void filesAreCalledWhatTheyWere() {
        var names = NaughtyStrings.ALL.stream()
                .filter(text -> NaughtyStrings.isName(text, 100)
                        && !NO_FILE.matcher(text).find())
                .map(String::strip)
                .toList();
        var kept = new ArrayList<String>();
        for (int first = 0; first < names.size(); first += 10) {
            var some = names.subList(first, Math.min(first + 10, names.size()));
            var answer = house.visitor.send(
                    "POST", TICKETS, form(some), Map.of("Content-Type", "multipart/form-data; boundary=x"));
            assertThat(answer.status()).as(some + answer.body()).isEqualTo(201);
            answer.json()
                    .path("conversation")
                    .path(0)
                    .path("attachments")
                    .forEach(file -> kept.add(file.path("name").asString()));
        }
        assertThat(kept).containsExactlyElementsOf(names);
    }

    private static String form(List<String> files) {
        var fields = Stream.of("subject", "text").map(field -> part("name=\"" + field + "\"", "Files"));
        var parts = files.stream().map(file -> part("name=\"files\"; filename=\"" + file + "\"", "content"));
        return Stream.concat(fields, parts).collect(Collectors.joining("", "", "--x--\r\n"));
    }

    private static String part(String what, String content) {
        return "--x\r\nContent-Disposition: form-data; " + what + "\r\n\r\n" + content + "\r\n";
    }

    private void aNumberAndAnAddressAreSuchOrRefused(String text) {
        var phone = contact(Map.of("name", "Any", "phone", text));
        if (text.isBlank() || PHONE.matcher(text.strip()).matches()) {
            assertThat(phone.json().path("phone").asString()).isEqualTo(text.strip());
            house.visitor.delete(phone.header("Location"));
        } else {
            House.assertRefused(phone, "phone", text);
        }
        if (!text.isBlank()) {
            House.assertRefused(contact(Map.of("name", "Any", "email", text)), "email", text);
        }
    }

    private Answer contact(Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("partner", "acme");
        return house.visitor.post(CONTACTS, form);
    }

    /** As if everybody of the account had followed the link. */
    private void prove() {
        jdbc.sql("update users set email_verified = true where account = :account")
                .param("account", house.account.value())
                .update();
    }
}
