package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Lists are sorted by several fields, up and down, and their pages are what the whole is. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SortedListsTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Visitor mayor;

    @BeforeAll
    void settle() {
        mayor = panel.signIn(town.quarter("Sorted").mayor());
        for (var partner : List.of("acme", "hooli", "initech")) {
            for (var name : List.of("Kim", "Alex")) {
                made("/api/v1/contacts", Map.of("partner", partner, "name", name));
            }
            made("/api/v1/routing", Map.of("prefix", "44", "partner", partner, "priority", partner.length()));
        }
        for (var key : List.of("one", "two")) {
            made("/api/v1/partners", Map.of("name", "Twin", "key", key));
            made("/api/v1/resellers", Map.of("name", "Twin", "key", key));
            made("/api/v1/applications", Map.of("name", "Twin", "key", key));
            made("/api/v1/areas", Map.of("application", key, "name", "Twin", "paths", List.of("/" + key)));
            made("/api/v1/groups", Map.of("name", "Group " + key));
        }
    }

    private void made(String path, Map<String, ?> body) {
        assertThat(mayor.post(path, body).status()).as(path).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contacts?sort=name,partner",
                "contacts?sort=name,-partner",
                "contacts?sort=-partner,name,-createdAt",
                "routing?sort=prefix,-partner",
                "routing?sort=-priority,prefix",
                "routing?sort=effectiveFrom,-partner",
                "partners?sort=-name,key",
                "resellers?sort=name,-key",
                "applications?sort=name,-createdAt",
                "areas?sort=-name,createdAt",
                "groups?sort=-createdAt,name",
                "billing?sort=-partner"
            })
    void pagesAreWhatTheWholeIs(String list) {
        var whole = ids(mayor.get("/api/v1/" + list + "&limit=500").json());
        var paged = new ArrayList<String>();
        var next = "";
        do {
            var page = mayor.get("/api/v1/" + list + "&limit=2" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            paged.addAll(ids(page));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(whole).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void theSecondFieldDecidesAmongEquals() {
        assertSorted(
                "contacts?sort=name,-partner",
                text("name").thenComparing(text("partner").reversed()));
        assertSorted("contacts?sort=-partner,name", text("partner").reversed().thenComparing(text("name")));
        assertSorted(
                "routing?sort=prefix,-partner",
                text("prefix").thenComparing(text("partner").reversed()));
        assertSorted("partners?sort=-name,key", text("name").reversed().thenComparing(text("key")));
        assertSorted(
                "resellers?sort=name,-key",
                text("name").thenComparing(text("key").reversed()));
        assertSorted(
                "applications?sort=name,-createdAt",
                text("name").thenComparing(text("id").reversed()));
        assertSorted("areas?sort=-name,createdAt", text("name").reversed().thenComparing(text("id")));
    }

    @Test
    void whatNothingIsSortedByIsRefused() {
        for (var list : List.of("contacts", "routing", "partners", "groups", "areas", "users", "billing")) {
            assertThat(mayor.get("/api/v1/" + list + "?sort=nothing").status())
                    .as(list)
                    .isEqualTo(422);
        }
    }

    /** A cursor of one order begins nowhere in another. */
    @Test
    void aCursorIsGoodForItsOrderAlone() {
        var next = mayor.get("/api/v1/contacts?sort=name,partner&limit=2")
                .json()
                .path("next")
                .asString();
        assertThat(mayor.get("/api/v1/contacts?sort=name,-partner&limit=2&after=" + next)
                        .status())
                .isEqualTo(400);
    }

    private void assertSorted(String list, Comparator<JsonNode> order) {
        var items = items(mayor.get("/api/v1/" + list + "&limit=500").json());
        assertThat(items).as(list).hasSizeGreaterThan(2).isSortedAccordingTo(order);
    }

    private static Comparator<JsonNode> text(String field) {
        Function<JsonNode, String> value = item -> item.path(field).asString().toLowerCase(Locale.ROOT);
        return Comparator.comparing(value);
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static List<String> ids(JsonNode page) {
        return items(page).stream()
                .map(item -> item.path("id").asString(item.path("partner").asString("")))
                .toList();
    }
}
