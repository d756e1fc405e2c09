package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.groups.Groups;
import io.bailiwick.model.Role;
import io.bailiwick.security.Askers.Asker;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every file that lists something is asked for by every role and data access, with searches for what is in sight, out of
 * sight and of another account: it holds the rows of the list, whole, and not a word of what its reader does not see.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTests {
    private static final String NEVER = "neverwas";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Groups groups;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final List<Asker> askers = new ArrayList<>();
    private final List<Row> people = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** The partners' ids by their keys. */
    private final Map<String, String> partners = new LinkedHashMap<>();

    private Quarter here;
    private Quarter elsewhere;

    /** A user as whoever sees everything is told of it. */
    private record Row(String id, String email, @Nullable String reseller) {}

    @BeforeAll
    void settle() {
        here = town.quarter("Files");
        elsewhere = town.quarter("Other files");
        town.add(
                here,
                "South Clerk",
                Role.NORMAL,
                Traits.sees("all").in(here.desk()).of("south"));
        town.add(here, "Half Outside", Role.NORMAL, beyond());
        askers.addAll(Askers.of(panel, town, groups, here));
        var mayor = askers.getFirst().visitor();
        mayor.get("/api/v1/users?limit=200").json().path("items").forEach(user -> {
            var reseller = user.path("reseller").asString("");
            people.add(new Row(
                    user.path("id").asString(), user.path("email").asString(), reseller.isEmpty() ? null : reseller));
        });
        for (var partner : Askers.PARTNERS) {
            partners.put(partner, id(mayor, partner));
        }
        partners.put("elsewhere", id(panel.signIn(elsewhere.mayor()), "acme"));
    }

    /** Belongs to the north and was given a partner of the south too. */
    private Traits beyond() {
        return Traits.sees("selected", "initech", "hooli").in(here.desk()).of("north");
    }

    private static String id(Visitor visitor, String partner) {
        return visitor.get("/api/v1/partners/" + partner).json().path("id").asString();
    }

    @Test
    void thereIsNoOtherFile() {
        var written = mapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.isVoid())
                .filter(handler -> handler.getBeanType().getName().startsWith("io.bailiwick."))
                .map(handler -> handler.getBeanType().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(written).as("whatever writes its answer by hand").contains("ExportActions", "WhoMayApi");
        assertThat(exports())
                .containsExactlyInAnyOrder(
                        "/users/export",
                        "/api/v1/users/export",
                        "/areas/{area}/users/export",
                        "/api/v1/areas/{area}/users/export");
    }

    private Set<String> exports() {
        return Route.all(mapping)
                .filter(route -> route.method().equals("GET"))
                .map(Route::pattern)
                .filter(pattern -> pattern.contains("export") || pattern.contains("csv"))
                .collect(Collectors.toSet());
    }

    @Test
    void theFileOfUsersHoldsWhomItsReaderSees() {
        var searches =
                new ArrayList<>(List.of("", "role:normal", "reseller:north", "reseller:south", "createdby:mayor"));
        Askers.PARTNERS.forEach(partner -> searches.add("partner:" + partner));
        Stream.of("mayor", "south.clerk", "half.outside", "drawer 2").forEach(searches::add);
        searches.add(elsewhere.mayor().email());
        for (var asker : askers) {
            for (var search : asker.role() == Role.ADMINISTRATOR ? searches : List.of("", "partner:acme")) {
                for (var path : List.of("/users/export", "/api/v1/users/export")) {
                    users(asker, path + "?q=" + encoded(search), "/api/v1/users?limit=200&q=" + encoded(search));
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    private void users(Asker asker, String path, String list) {
        var answer = asker.visitor().get(path);
        if (asker.role() != Role.ADMINISTRATOR) {
            refused(asker, path, answer);
            return;
        }
        var searched = URLDecoder.decode(path, StandardCharsets.UTF_8).replaceAll(".*partner:|.*q=.*", "");
        if (!searched.isEmpty() && !asker.sees().contains(searched)) {
            var missing = asker.visitor().get(path.replace(searched, NEVER));
            same(asker, path, answer, missing, searched);
            return;
        }
        var listed = asker.visitor().get(list);
        if (answer.status() != listed.status()) {
            faults.add(asker.kind() + ", " + path + ": " + answer.status() + ", the list " + listed.status());
        }
        if (answer.status() == 200) {
            holds(asker, path, answer, listed);
            if (path.endsWith("q=") && !ids(answer).equals(seen(asker))) {
                faults.add(asker.kind() + ", " + path + " does not hold everybody");
            }
        }
    }

    @Test
    void theFileOfThoseWhoMayHoldsWhomItsReaderSees() {
        var area = here.ids().get("areas");
        var asked = Stream.concat(partners.keySet().stream(), partners.values().stream())
                .filter(word -> !word.equals("elsewhere"));
        var words = Stream.concat(Stream.of("", NEVER), asked).toList();
        for (var asker : askers) {
            for (var word : words) {
                for (var base : List.of("/areas/", "/api/v1/areas/")) {
                    may(asker, base + area + "/users/export?action=read&partner=", word);
                }
            }
            for (var base : List.of("/areas/", "/api/v1/areas/")) {
                var other = base + elsewhere.ids().get("areas") + "/users/export?action=read";
                var missing =
                        base + new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L) + "/users/export?action=read";
                same(asker, other, asker.visitor().get(other), asker.visitor().get(missing), NEVER);
            }
        }

        assertThat(faults).isEmpty();
    }

    private void may(Asker asker, String path, String word) {
        var answer = asker.visitor().get(path + word);
        if (asker.role() != Role.ADMINISTRATOR) {
            refused(asker, path + word, answer);
            return;
        }
        var key = partners.entrySet().stream()
                .filter(one -> one.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(word);
        if (!key.isEmpty() && !asker.sees().contains(key)) {
            same(asker, path + word, answer, asker.visitor().get(path + NEVER), word);
            return;
        }
        var list = "/api/v1/areas/" + here.ids().get("areas") + "/users?limit=200&action=read&partner=" + word;
        holds(asker, path + word, answer, asker.visitor().get(list));
    }

    private void refused(Asker asker, String path, Answer answer) {
        if (answer.status() != 403) {
            faults.add(asker.kind() + ", " + path + ": " + answer.status() + " in place of 403");
        }
        silent(asker, path, answer);
    }

    /** What is out of sight is answered like what never was. */
    private void same(Asker asker, String path, Answer answer, Answer missing, String word) {
        if (answer.status() < 400 || !told(answer, word).equals(told(missing, NEVER))) {
            faults.add(asker.kind() + ", " + path + ": " + answer.body() + ", missing " + missing.body());
        }
    }

    private static String told(Answer answer, String word) {
        var body = answer.body().replace(word, "");
        return answer.status() + PartnersDataTests.VARYING.matcher(body).replaceAll("");
    }

    /** The file has the rows of the list, all of them in sight, and no word of what is not. */
    private void holds(Asker asker, String path, Answer answer, Answer listed) {
        if (answer.status() != 200) {
            faults.add(asker.kind() + ", " + path + ": " + answer.status());
            return;
        }
        var ids = ids(answer);
        var shown = listed.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .collect(Collectors.toSet());
        if (!ids.equals(shown) || listed.json().path("total").asInt() != ids.size()) {
            faults.add(asker.kind() + ", " + path + " and its list differ: " + ids.size() + " and " + shown.size());
        }
        if (!seen(asker).containsAll(ids)) {
            faults.add(asker.kind() + ", " + path + " holds somebody out of sight");
        }
        silent(asker, path, answer);
    }

    private void silent(Asker asker, String path, Answer answer) {
        var hidden = new ArrayList<String>();
        if (asker.role() != Role.ADMINISTRATOR || asker.reseller() != null) {
            Askers.PARTNERS.stream().filter(key -> !asker.sees().contains(key)).forEach(hidden::add);
            people.stream()
                    .filter(person -> !seen(asker).contains(person.id()))
                    .map(Row::email)
                    .forEach(hidden::add);
        }
        hidden.add(elsewhere.mayor().email());
        var asked = URLDecoder.decode(path, StandardCharsets.UTF_8);
        var body = answer.body();
        hidden.stream()
                .filter(word -> !asked.contains(word) && body.contains(word))
                .forEach(word -> faults.add(asker.kind() + ", " + path + " says " + word));
    }

    private Set<String> seen(Asker asker) {
        return people.stream()
                .filter(person -> asker.reseller() == null || asker.reseller().equals(person.reseller()))
                .map(Row::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Answer answer) {
        return rows(answer.body()).stream().map(row -> row.get("id")).collect(Collectors.toSet());
    }

    private static List<CSVRecord> rows(String body) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(body.replace("\uFEFF", ""), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
