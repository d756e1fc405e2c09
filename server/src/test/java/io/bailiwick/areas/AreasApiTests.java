package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PanelTest
class AreasApiTests {
    private static final String ALL = "/api/v1/areas";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private Visitor ada;
    private String application = "";

    @BeforeEach
    void application() {
        ada = panel.as(cast.ada);
        application = "areas-" + Long.toString(System.nanoTime(), 36);
        assertThat(ada.post("/api/v1/applications", Map.of("name", "Areas", "key", application))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void areaIsCreatedReadChangedAndDeleted() {
        var search = Map.of("path", "/orders/search/", "actions", Map.of("POST", "read"));
        var created = ada.post(
                ALL, Map.of("application", application, "name", "Orders", "paths", List.of("/orders", search)));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var there = created.header("Location");
        assertThat(created.json().path("gate").asString()).isEqualTo("open");
        assertThat(created.json().path("paths").toString())
                .isEqualTo("[\"/orders\",{\"path\":\"/orders/search\",\"actions\":{\"POST\":\"read\"}}]");
        assertThat(created.json().path("applicationKey").asString()).isEqualTo(application);

        var changed = ada.patch(there, Map.of("name", "All orders", "gate", "staff"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("paths")).hasSize(2);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(ada.send("PATCH", there, Map.of("name", "x"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(ada.delete(there).status()).isEqualTo(204);
        assertThat(ada.get(there).status()).isEqualTo(404);
    }

    @Test
    void actionsOfTheAreaAreShorthandForItsPaths() {
        var own = Map.of("path", "/b", "actions", Map.of("POST", "delete"));
        var created = ada.post(
                ALL,
                Map.of(
                        "application",
                        application,
                        "name",
                        "Search",
                        "paths",
                        List.of("/a", own),
                        "actions",
                        Map.of("POST", "read", "PURGE", "delete")));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json()
                        .path("paths")
                        .get(0)
                        .path("actions")
                        .path("POST")
                        .asString())
                .isEqualTo("read");
        assertThat(created.json()
                        .path("paths")
                        .get(1)
                        .path("actions")
                        .path("POST")
                        .asString())
                .isEqualTo("delete");
        assertThat(created.json()
                        .path("paths")
                        .get(1)
                        .path("actions")
                        .path("PURGE")
                        .asString())
                .isEqualTo("delete");
    }

    @Test
    void aMethodThatWouldDoSomethingElseIsConfirmedFirst() {
        var created = ada.post(ALL, Map.of("application", application, "name", "Gone", "paths", List.of("/gone")));
        var there = ALL + "/" + created.json().path("id").asString();
        var opening = Map.of("actions", Map.of("DELETE", "read"));

        var asked = ada.patch(there, opening);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().path("detail").asString()).isEqualTo("1 method does something else than before.");
        var line = asked.json().path("difference").get(0);
        assertThat(line.path("kind").asString()).isEqualTo("action");
        assertThat(line.path("path").asString()).isEqualTo("/gone");
        assertThat(line.path("before").asString()).isEqualTo("DELETE delete");
        assertThat(line.path("after").asString()).isEqualTo("DELETE read");

        var token = asked.json().path("confirm").asString();
        assertThat(ada.patch(there + "?confirm=" + token, opening).status()).isEqualTo(200);
        assertThat(ada.patch(there, opening).status()).as("nothing new").isEqualTo(200);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var form = new HashMap<String, Object>();
        form.put("application", application);
        form.put("name", " ");
        form.put("gate", "public");
        form.put(
                "paths",
                List.of(
                        "orders",
                        "/a/{b}{c}",
                        "/x?y",
                        Map.of("path", "/ok", "actions", Map.of("POST", "write")),
                        Map.of("path", "/head", "actions", Map.of("HEAD", "read")),
                        "/twice/{a}",
                        "/twice/{b}"));
        var answer = ada.post(ALL, form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "name", "gate", "paths[0]", "paths[1]", "paths[2]", "paths[3]", "paths[4]", "paths[6]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/../b", "//a", "/a%2fb", "/a;b", "/a b", "/ä", "", "/a#b", "/a%00", "/{}", "/a/."})
    void pathThatNoRequestCouldHaveIsRefused(String path) {
        assertThat(create("Paths", null, path).status()).isEqualTo(422);
    }

    @Test
    void areaHasAtLeastOnePath() {
        var answer = ada.post(ALL, Map.of("application", application, "name", "None", "paths", List.of()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(ada.post(ALL, Map.of("application", application, "name", "None"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void patternThatCollidesNamesBothPatternsAndTheOtherArea() {
        created("Calls", null, "/calls/{id}.json");
        var answer = create("Texts", null, "/texts", "/calls/{sid}.json");

        assertThat(answer.status()).isEqualTo(422);
        var error = answer.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("paths[1]");
        assertThat(error.path("message").asString()).contains("`/calls/{sid}.json`", "`/calls/{id}.json`", "`Calls`");
        assertThat(create("Texts", null, "/texts", "/calls/{sid}.xml").status()).isEqualTo(201);
    }

    @Test
    void nameIsTakenOncePerApplication() {
        created("Orders", null, "/orders");

        assertThat(create("Orders", null, "/other").status()).isEqualTo(409);
        var other = created("Others", null, "/others");
        assertThat(ada.patch(other, Map.of("name", "Orders")).status()).isEqualTo(409);
    }

    @Test
    void unknownApplicationAndBuiltInOneTakeNoArea() {
        var form = Map.of("application", "no-such", "name", "A", "paths", List.of("/a"));
        assertThat(ada.post(ALL, form).status()).isEqualTo(422);
        assertThat(ada.post(ALL, Map.of("name", "A", "paths", List.of("/a"))).status())
                .isEqualTo(409);
        assertThat(ada.post(ALL, Map.of("name", "A", "paths", "/a", "application", application))
                        .status())
                .isEqualTo(400);
        assertThat(ada.post(
                                ALL,
                                Map.of(
                                        "application",
                                        application,
                                        "name",
                                        "A",
                                        "paths",
                                        List.of(Map.of("path", "/a", "gate", "open"))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void areaStaysInItsApplication() {
        var there = created("Orders", null, "/orders");

        assertThat(ada.patch(there, Map.of("application", "cockpit")).status()).isEqualTo(422);
        assertThat(ada.patch(there, Map.of("application", application)).status())
                .isEqualTo(200);
    }

    @Test
    void builtInAreasAreReadOnly() {
        var panelArea = ada.get(ALL + "?application=cockpit&q=Applications")
                .json()
                .path("items")
                .get(0);
        assertThat(panelArea.path("builtin").asBoolean()).isTrue();
        assertThat(panelArea.path("gate").asString()).isEqualTo("administration");
        assertThat(paths(panelArea)).contains("/areas", "/api/v1/areas", "/applications/{application}/delete");
        var there = ALL + "/" + panelArea.path("id").asString();

        assertThat(ada.patch(there, Map.of("gate", "open")).status()).isEqualTo(409);
        assertThat(ada.delete(there).status()).isEqualTo(409);
    }

    @Test
    void gateThatOpensToMorePeopleAsksFirst() {
        var there = created("Admin", "administration", "/admin");

        var refused = ada.patch(there, Map.of("gate", "staff"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("difference").get(0).path("kind").asString())
                .isEqualTo("gate");
        var confirm = refused.json().path("confirm").asString();
        assertThat(ada.patch(there + "?confirm=" + confirm, Map.of("gate", "open"))
                        .status())
                .isEqualTo(409);
        assertThat(ada.patch(there + "?confirm=" + confirm, Map.of("gate", "staff"))
                        .status())
                .isEqualTo(200);
        assertThat(ada.patch(there, Map.of("gate", "administration")).status()).isEqualTo(200);
    }

    @Test
    void confirmationIsWorthNothingAfterAnotherChange() {
        var there = created("Admin", "administration", "/admin");
        var confirm =
                ada.patch(there, Map.of("gate", "staff")).json().path("confirm").asString();
        created("Meanwhile", null, "/meanwhile");

        var again = ada.patch(there + "?confirm=" + confirm, Map.of("gate", "staff"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("confirm").asString()).isNotEqualTo(confirm);
    }

    @Test
    void pathThatFallsToAnotherAreaAsksFirst() {
        created("Everything", null, "/x");
        var there = created("Secret", "administration", "/x/secret", "/y");

        var refused = ada.patch(there, Map.of("paths", List.of("/y")));
        assertThat(refused.status()).isEqualTo(409);
        var line = refused.json().path("difference").get(0);
        assertThat(line.path("path").asString()).isEqualTo("/x/secret");
        assertThat(line.path("after").asString()).isEqualTo("Everything");
        assertThat(ada.delete(there).status()).isEqualTo(409);
        assertThat(ada.delete(there + "?confirm="
                                + ada.delete(there).json().path("confirm").asString())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void areaThatARuleNamesIsDeletedWithItsRulesOnceConfirmed() {
        var there = created("Orders", null, "/orders");
        var rule = Map.of("area", application + "/Orders", "access", List.of("read"), "effect", "allow");
        var group = ada.post("/api/v1/groups", Map.of("name", "Order readers " + application, "rules", List.of(rule)));
        assertThat(group.status()).as(group.body()).isEqualTo(201);

        var refused = ada.delete(there);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("Order readers " + application);
        assertThat(refused.json().path("difference").get(0).path("after").asString())
                .isEqualTo("default access alone");
        assertThat(ada.delete(there + "?confirm="
                                + refused.json().path("confirm").asString())
                        .status())
                .isEqualTo(204);
        assertThat(ada.get(group.header("Location")).json().path("rules")).isEmpty();
    }

    @Test
    void listIsFilteredSearchedAndPaged() {
        created("Beta", null, "/find-me/{id}");
        created("Alpha", null, "/other");
        created("Gamma", null, "/find-me-too");
        var within = ALL + "?application=" + application;

        assertThat(names(within)).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(names(within + "&q=FIND-me")).containsExactly("Beta", "Gamma");
        assertThat(names(within + "&q=alph")).containsExactly("Alpha");
        assertThat(names(within + "&q=%25")).isEmpty();
        assertThat(names(within + "&sort=-createdAt")).containsExactly("Gamma", "Alpha", "Beta");
        var first = ada.get(within + "&limit=1&sort=-name").json();
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(names(within + "&limit=1&sort=-name&after="
                        + first.path("next").asString()))
                .containsExactly("Beta");
        assertThat(ada.get(ALL + "?application=no-such").status()).isEqualTo(422);
        assertThat(names(ALL + "?q=users&limit=500")).contains("Users");
        assertThat(names(ALL + "?q=alpha&limit=500")).contains("Alpha");
    }

    @Test
    void structureIsForUnrestrictedAdministratorsAndOtherAccountsSeeNothing() {
        var there = created("Orders", null, "/orders");
        for (var person : List.of(cast.kim, cast.rita, cast.kevin, cast.pia)) {
            assertThat(panel.as(person).get(there).status()).as(person.name()).isEqualTo(403);
            assertThat(panel.as(person).patch(there, Map.of("name", "x")).status())
                    .isEqualTo(403);
        }
        var sven = panel.as(cast.sven);
        assertThat(sven.get(there).status()).isEqualTo(404);
        assertThat(sven.patch(there, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(sven.delete(there).status()).isEqualTo(404);
        assertThat(sven.get(ALL + "?q=Orders").json().path("total").asInt()).isZero();
        assertThat(sven.post(ALL, Map.of("application", application, "name", "A", "paths", List.of("/a")))
                        .status())
                .isEqualTo(422);
    }

    private List<String> names(String list) {
        return ada.get(list).json().path("items").findValuesAsString("name");
    }

    private static List<String> paths(JsonNode area) {
        return area.path("paths")
                .valueStream()
                .map(path ->
                        path.isString() ? path.asString() : path.path("path").asString())
                .toList();
    }

    private Visitor.Answer create(String name, @Nullable String gate, Object... paths) {
        var form =
                new HashMap<String, Object>(Map.of("application", application, "name", name, "paths", List.of(paths)));
        if (gate != null) {
            form.put("gate", gate);
        }
        return ada.post(ALL, form);
    }

    private String created(String name, @Nullable String gate, Object... paths) {
        var answer = create(name, gate, paths);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location");
    }
}
