package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class ApplicationsApiTests {
    private static final String ALL = "/api/v1/applications";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void applicationIsCreatedReadChangedAndDeleted() {
        var created = ada.post(
                ALL,
                Map.of(
                        "name", " Shop ",
                        "key", "shop-a",
                        "origins", List.of("https://Shop.Example:443/", "http://localhost:3000")));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var there = created.header("Location");
        assertThat(created.json().path("name").asString()).isEqualTo("Shop");
        assertThat(created.json().path("origins").toString())
                .isEqualTo("[\"https://shop.example\",\"http://localhost:3000\"]");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(ada.get(ALL + "/shop-a").json()).isEqualTo(ada.get(there).json());

        var changed = ada.patch(there, Map.of("name", "Webshop"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(changed.json().path("origins")).hasSize(2);
        assertThat(ada.send("PATCH", there, Map.of("name", "x"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);

        assertThat(ada.send("DELETE", there, null, Map.of("If-Match", "\"1\"")).status())
                .isEqualTo(412);
        assertThat(ada.delete(there).status()).isEqualTo(204);
        assertThat(ada.get(there).status()).isEqualTo(404);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var answer = ada.post(
                ALL, Map.of("name", "a\u0000b", "key", "Not a key", "origins", List.of("ftp://x", "https://x/path")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "key", "origins[0]", "origins[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "A",
                "a_b",
                "a b",
                "ä",
                "a/b",
                "00000000-0000-0000-0000-000000000000",
                "a23456789a23456789a23456789a23456789a2345"
            })
    void keyIsAShortPlainWord(String key) {
        assertThat(ada.post(ALL, Map.of("name", "Shop", "key", key)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example", "https://", "https://shop.example/a", "https://shop.example?x",
                        "https://a@shop.example",
                "https://shop.example:99999", "javascript:alert(1)", "https://shop.example\n", "null", "*"
            })
    void originHasNeitherPathNorQuery(String origin) {
        var answer = ada.post(ALL, Map.of("name", "Shop", "key", "origins", "origins", List.of(origin + " x")));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void unknownFieldsAndWrongTypesAreMalformed() {
        assertThat(ada.post(ALL, Map.of("name", "Shop", "key", "s", "builtin", true))
                        .status())
                .isEqualTo(400);
        assertThat(ada.post(ALL, Map.of("name", "Shop", "key", "s", "origins", "x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keyIsTakenOnce() {
        create("Taken", "taken-a");

        assertThat(ada.post(ALL, Map.of("name", "Other", "key", "taken-a")).status())
                .isEqualTo(409);
        assertThat(ada.post(ALL, Map.of("name", "Other", "key", "cockpit")).status())
                .isEqualTo(409);
        var other = create("Other", "taken-b");
        assertThat(ada.patch(other, Map.of("key", "taken-a")).status()).isEqualTo(409);
    }

    @Test
    void panelItselfIsThereAndReadOnly() {
        var cockpit = ada.get(ALL + "/cockpit").json();

        assertThat(cockpit.path("builtin").asBoolean()).isTrue();
        assertThat(cockpit.path("areas").asInt()).isGreaterThan(5);
        assertThat(ada.patch(ALL + "/cockpit", Map.of("name", "Mine")).status()).isEqualTo(409);
        assertThat(ada.delete(ALL + "/cockpit").status()).isEqualTo(409);
        assertThat(ada.post(ALL + "/cockpit/openapi", Map.of("openapi", "3.0.0"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void listIsSearchedSortedAndPaged() {
        for (var number = 0; number < 5; number++) {
            create("Paged " + number, "paged-" + number);
        }
        var first = ada.get(ALL + "?q=PAGED&sort=-name&limit=2").json();
        assertThat(first.path("total").asInt()).isEqualTo(5);
        assertThat(first.path("items").findValuesAsString("key")).containsExactly("paged-4", "paged-3");
        var second = ada.get(ALL + "?q=PAGED&sort=-name&limit=2&after="
                        + first.path("next").asString())
                .json();
        assertThat(second.path("items").findValuesAsString("key")).containsExactly("paged-2", "paged-1");
        var oldest = ada.get(ALL + "?q=paged-&sort=createdAt&limit=500").json();
        assertThat(oldest.path("items").findValuesAsString("key")).first().isEqualTo("paged-0");
        assertThat(oldest.has("next")).isFalse();

        assertThat(ada.get(ALL + "?sort=key").status()).isEqualTo(422);
        assertThat(ada.get(ALL + "?q=other&after=" + first.path("next").asString())
                        .status())
                .isEqualTo(400);
        assertThat(ada.get(ALL + "?after=nonsense").status()).isEqualTo(400);
        assertThat(ada.get(ALL + "?limit=501").status()).isEqualTo(422);
    }

    @Test
    void structureIsForUnrestrictedAdministrators() {
        var there = create("Structure", "structure-a");

        for (var person : List.of(cast.kim, cast.rita, cast.kevin, cast.pia)) {
            var visitor = panel.as(person);
            assertThat(visitor.get(ALL).status()).as(person.name()).isEqualTo(403);
            assertThat(visitor.post(ALL, Map.of("name", "x", "key", "x")).status())
                    .isEqualTo(403);
            assertThat(visitor.patch(there, Map.of("name", "x")).status()).isEqualTo(403);
            assertThat(visitor.delete(there).status()).isEqualTo(403);
        }
        assertThat(panel.visitor().get(ALL).status()).isEqualTo(401);
    }

    @Test
    void anotherAccountSeesAndTouchesNothing() {
        var there = create("Mine", "mine-a");
        var sven = panel.as(cast.sven);

        assertThat(sven.get(there).status()).isEqualTo(404);
        assertThat(sven.get(ALL + "/mine-a").status()).isEqualTo(404);
        assertThat(sven.patch(there, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(sven.delete(there).status()).isEqualTo(404);
        assertThat(sven.get(ALL).json().path("items").findValuesAsString("key")).containsExactly("cockpit");
        assertThat(sven.post(ALL, Map.of("name", "Mine", "key", "mine-a")).status())
                .isEqualTo(201);
        assertThat(sven.delete(ALL + "/mine-a").status()).isEqualTo(204);
        assertThat(ada.get(there).status()).isEqualTo(200);
    }

    @Test
    void applicationGoesWithItsAreasAndTheirRulesOnceConfirmed() {
        var there = create("Ruled", "ruled-a");
        assertThat(ada.post(
                                "/api/v1/areas",
                                Map.of("application", "ruled-a", "name", "Orders", "paths", List.of("/orders")))
                        .status())
                .isEqualTo(201);
        var rule = Map.of("area", "ruled-a/Orders", "access", List.of("read"), "effect", "allow");
        var group = ada.post("/api/v1/groups", Map.of("name", "Ruled readers", "rules", List.of(rule)));
        assertThat(group.status()).as(group.body()).isEqualTo(201);

        var refused = ada.delete(there);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("Ruled readers");
        assertThat(refused.json().path("difference").findValuesAsString("before"))
                .containsExactly("Ruled readers");
        assertThat(ada.delete(there + "?confirm=nonsense").status()).isEqualTo(409);
        var confirm = refused.json().path("confirm").asString();
        assertThat(ada.delete(there + "?confirm=" + confirm).status()).isEqualTo(204);
        assertThat(ada.get(group.header("Location")).json().path("rules")).isEmpty();
    }

    private String create(String name, String key) {
        var created = ada.post(ALL, Map.of("name", name, "key", key));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }
}
