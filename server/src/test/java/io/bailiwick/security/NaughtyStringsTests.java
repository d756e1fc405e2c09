package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.Mails;
import io.bailiwick.security.Town.Quarter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every string of the Big List of Naughty Strings goes through every text field. What a field refuses it refuses with a
 * message; what it takes is read back as it was, but for white space around it, from the API, on screens, in mails, and
 * in the record of changes. Nothing of it breaks a page or writes into the log.
 */
@PanelTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyStringsTests {
    private static final Pattern NEXT = Pattern.compile("href=\"(/users/[^\"]*/history\\?after=[^\"]+)\"");

    /** So many things are named at a time, then read back together. */
    private static final int AT_ONCE = 103;

    /** Of users fewer: a password takes time on purpose. */
    private static final int FEW = 26;

    private final Panel panel;
    private final Town town;
    private final Mails mails;
    private final Outbox outbox;
    private final List<String> strings;

    private Quarter here;
    private Visitor mayor;

    @Autowired
    NaughtyStringsTests(Panel panel, Town town, Mails mails, Outbox outbox, JsonMapper json) throws IOException {
        this.panel = panel;
        this.town = town;
        this.mails = mails;
        this.outbox = outbox;
        try (InputStream list =
                NaughtyStringsTests.class.getResourceAsStream("/strings/big-list-of-naughty-strings.json")) {
            strings = json.readTree(list).valueStream().map(JsonNode::asString).toList();
        }
    }

    @BeforeAll
    void settle() {
        here = town.quarter("Naughty");
        mayor = panel.signIn(here.mayor());
        assertThat(strings).hasSizeGreaterThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "users,        200",
        "groups,       100",
        "partners,     100",
        "resellers,    100",
        "applications, 100",
        "areas,        200",
    })
    void namesAreReadBackAsTheyWere(String kind, int longest, CapturedOutput output) {
        var atOnce = kind.equals("users") ? FEW : AT_ONCE;
        var ids = things(kind, atOnce);
        for (int from = 0; from < strings.size(); from += atOnce) {
            var taken = new LinkedHashMap<String, String>();
            for (var string : strings.subList(from, Math.min(strings.size(), from + atOnce))) {
                var id = ids.get(taken.size());
                if (isNamed(kind, id, string, longest)) {
                    taken.put(id, string.strip());
                }
            }
            assertThat(taken.size()).isPositive();
            assertReadBack(kind, taken);
        }
        assertQuiet(output);
    }

    @Test
    void onesOwnNameIsReadBackAndToldInTheHistory(CapturedOutput output) {
        var person = town.add(here, "Nomen Nescio", io.bailiwick.model.Role.NORMAL, Town.Traits.sees("none"));
        var visitor = panel.signIn(person);
        var names = new ArrayList<String>();
        for (var string : strings) {
            var answer = visitor.patch("/api/v1/me", Map.of("name", string));
            if (answer.status() == 200) {
                assertThat(answer.json().path("name").asString()).isEqualTo(string.strip());
                names.add(string.strip());
            } else {
                assertRefused(answer, "name", string);
            }
        }
        assertThat(visitor.get("/me").body()).contains("value=\"" + inAttribute(names.getLast()) + "\"");
        var told = history(person);
        assertThat(names).allSatisfy(name -> assertThat(told).contains("<bdi>" + escaped(name) + "</bdi>"));
        assertQuiet(output);
    }

    @Test
    void fieldsWithAFormRefuseWhatHasNone(CapturedOutput output) {
        var user = things("users", 1).getFirst();
        for (var string : strings) {
            for (var field : List.of("email", "timeZone", "role", "status", "reseller")) {
                var answer = mayor.patch("/api/v1/users/" + user, Map.of(field, string));
                if (answer.status() != 200) {
                    assertRefused(answer, field, string);
                }
            }
        }
        for (var field : List.of("network", "groups", "permissions")) {
            var answer = mayor.patch("/api/v1/users/" + user, Map.of(field, strings));
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.json().path("errors").size()).as(field).isGreaterThan(400);
        }
        var data = mayor.patch(
                "/api/v1/users/" + user, Map.of("dataAccess", Map.of("mode", "selected", "partners", strings)));
        assertThat(data.status()).isEqualTo(422);
        for (var kind : List.of("partners", "resellers", "applications")) {
            for (var string : strings) {
                var answer = mayor.post("/api/v1/" + kind, Map.of("name", "Named", "key", string));
                if (answer.status() != 201) {
                    assertRefused(answer, "key", string);
                }
            }
        }
        assertQuiet(output);
    }

    @Test
    void everySearchAnswers(CapturedOutput output) {
        for (var string : strings) {
            var q = URLEncoder.encode(string, StandardCharsets.UTF_8);
            for (var path : List.of("/api/v1/users?q=", "/users/options/groups?q=")) {
                assertThat(mayor.get(path + q).status()).as(string).isIn(200, 400, 422);
            }
        }
        assertQuiet(output);
    }

    @Test
    void addressesThatAreNoneGetAWordAndNotesAreMailedAsTheyAre(CapturedOutput output) {
        var checked = mayor.post("/api/v1/invitations/check", Map.of("emails", strings));
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().path("ready").asInt()).isZero();
        var number = 0;
        for (var string : strings) {
            var email = "note" + number++ + "@naughty.example";
            var answer = mayor.post(
                    "/api/v1/invitations", Map.of("emails", List.of(email), "role", "normal", "note", string));
            if (answer.status() != 200) {
                assertRefused(answer, "note", string);
            } else if (isPlain(string) && !string.isBlank()) {
                var quote =
                        outbox.last("invitation", email).orElseThrow().json().path("quote");
                assertThat(quote.path("text").asString()).isEqualTo(string.strip());
            }
        }
        assertQuiet(output);
    }

    @Test
    void mailsCarryThemAsText() {
        for (var string : strings) {
            var drawn = mails.draw(
                    here.account().id(),
                    new Letter(
                            "invitation",
                            null,
                            string,
                            "somebody@naughty.example",
                            "From " + string,
                            List.of("Dear " + string),
                            null,
                            null,
                            new Letter.Quote(string, string),
                            List.of()));
            assertThat(drawn.subject()).doesNotContain("\r", "\n");
            assertThat(drawn.html()).doesNotContain("<script>alert", "<img src=x", "<svg", "<IMG");
            if (isPlain(string)) {
                assertThat(drawn.html()).contains(escaped(string.strip()));
                assertThat(drawn.text().replaceAll("\\s+", " "))
                        .contains(string.strip().replaceAll("\\s+", " "));
            }
        }
    }

    private List<String> things(String kind, int many) {
        var ids = new ArrayList<String>();
        for (int number = 0; number < many; number++) {
            var answer = mayor.post("/api/v1/" + kind, thing(kind, kind + "-" + number + "-" + System.nanoTime()));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            ids.add(answer.json().path("id").asString());
        }
        return ids;
    }

    private static Map<String, ?> thing(String kind, String word) {
        var key = word.substring(0, Math.min(40, word.length()));
        return switch (kind) {
            case "users" ->
                Map.of("name", word, "email", word + "@naughty.example", "role", "normal", "password", Town.PASSWORD);
            case "groups" -> Map.of("name", word);
            case "areas" -> Map.of("name", word, "application", "shop", "paths", List.of("/" + word));
            default -> Map.of("name", word, "key", key);
        };
    }

    /** Gives the thing the name; what is refused is refused with a message, or because another thing is called so. */
    private boolean isNamed(String kind, String id, String string, int longest) {
        var answer = mayor.patch("/api/v1/" + kind + "/" + id, Map.of("name", string));
        if (answer.status() == 200) {
            assertThat(answer.json().path("name").asString()).isEqualTo(string.strip());
            return true;
        }
        if (answer.status() != 409) {
            assertRefused(answer, "name", string);
            var stripped = string.strip();
            assertThat(stripped.isEmpty()
                            || stripped.codePointCount(0, stripped.length()) > longest
                            || !isPlain(stripped))
                    .as("a reason to refuse " + string)
                    .isTrue();
        }
        return false;
    }

    private void assertReadBack(String kind, Map<String, String> taken) {
        var query = kind.equals("areas") ? "?application=shop&limit=500" : "?limit=500";
        var listed = new TreeMap<String, String>();
        mayor.get("/api/v1/" + kind + query)
                .json()
                .path("items")
                .forEach(item ->
                        listed.put(item.path("id").asString(), item.path("name").asString()));
        assertThat(listed).containsAllEntriesOf(taken);
        var page = mayor.get("/" + kind + query).body();
        taken.values().forEach(name -> assertThat(page).contains(escaped(name)));
        if (kind.equals("users")) {
            assertThat(exported()).containsAll(taken.values());
        }
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "<svg/onload", "<IMG SRC");
    }

    /** The names in the CSV file; what a spreadsheet would take for a formula stands behind an apostrophe. */
    private List<String> exported() {
        var file = mayor.get("/api/v1/users/export").body();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(file, format)) {
            return parser.stream()
                    .map(row -> row.get("name"))
                    .map(name -> name.startsWith("'") ? name.substring(1) : name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRefused(Visitor.Answer answer, String field, String string) {
        assertThat(answer.status())
                .as("`%s` in %s: %s", string, field, answer.body())
                .isIn(422, 409);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        if (answer.status() == 422) {
            assertThat(answer.json().path("errors").get(0).path("field").asString())
                    .isEqualTo(field);
            assertThat(answer.json().path("errors").get(0).path("message").asString())
                    .isNotBlank();
        }
    }

    private String history(Person person) {
        var first = mayor.get("/users/" + person.id() + "/history?limit=500").body();
        var next = NEXT.matcher(first);
        return next.find() ? first + mayor.get(next.group(1)).body() : first;
    }

    /** Whether it holds nothing that a line of text may not hold. */
    private static boolean isPlain(String string) {
        return string.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE
                        || Character.getType(point) == Character.LINE_SEPARATOR
                        || Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String inAttribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    /** What was typed is nobody's business in the log, and no fault of the server. */
    private static void assertQuiet(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("ERROR", "Exception", "<script>", "DROP TABLE");
    }
}
