package io.bailiwick.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PanelTest
class PartnersApiTests {
    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void partnerIsCreatedFoundByIdAndKeyChangedAndDeleted() {
        var key = fresh("hooli");

        var created = ada.post("/api/v1/partners", Map.of("name", " Hooli ", "key", key));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var id = created.json().path("id").asString();
        assertThat(created.header("Location")).isEqualTo("/api/v1/partners/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().path("name").asString()).isEqualTo("Hooli");
        assertThat(created.json().path("active").asBoolean()).isTrue();
        assertThat(created.json().path("reseller").isNull()).isTrue();
        assertThat(ada.get("/api/v1/partners/" + key).json().path("id").asString())
                .isEqualTo(id);

        var changed = ada.patch("/api/v1/partners/" + id, Map.of("reseller", Cast.NORTHWIND, "active", false));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("reseller").asString()).isEqualTo(Cast.NORTHWIND);
        assertThat(changed.json().path("active").asBoolean()).isFalse();
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);

        var without = ada.patch("/api/v1/partners/" + id, "{\"reseller\": null}");
        assertThat(without.json().path("reseller").isNull()).isTrue();
        assertThat(without.json().path("active").asBoolean()).isFalse();

        assertThat(ada.delete("/api/v1/partners/" + id).status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/partners/" + id).status()).isEqualTo(404);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var answer = ada.post("/api/v1/partners", Map.of("name", " ", "key", "Not a key", "reseller", "nobody"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("name", "key", "reseller");
    }

    @Test
    void textsThatDeceiveAreNoNames() {
        for (var name : List.of("a\u0000b", "a\nb", "a\u202eb", "a\u2028b", "a\u0085b", "x".repeat(101))) {
            var answer = ada.post("/api/v1/partners", Map.of("name", name, "key", fresh("odd")));
            assertThat(answer.status()).as(name).isEqualTo(422);
            assertThat(fields(answer)).containsExactly("name");
        }
    }

    @Test
    void keyThatLooksLikeAnIdIsRefused() {
        var answer = ada.post(
                "/api/v1/partners",
                Map.of("name", "Sly", "key", UUID.randomUUID().toString()));

        assertThat(fields(answer)).containsExactly("key");
    }

    @Test
    void unknownFieldsAndOtherTypesAreMalformed() {
        assertThat(ada.post("/api/v1/partners", "{\"name\": \"A\", \"key\": \"a\", \"boss\": true}")
                        .status())
                .isEqualTo(400);
        assertThat(ada.post("/api/v1/partners", "{\"name\": 7, \"key\": \"a\"}").status())
                .isEqualTo(400);
        assertThat(ada.post("/api/v1/partners", "[]").status()).isEqualTo(400);
    }

    @Test
    void keyIsTakenOnceInAnAccountAndFreeInAnother() {
        var key = fresh("twice");
        assertThat(create(ada, key, null).status()).isEqualTo(201);

        assertThat(create(ada, key, null).status()).isEqualTo(409);
        assertThat(create(panel.as(cast.sven), key, null).status()).isEqualTo(201);
    }

    @Test
    void partnerThatAUserRefersToIsNotDeletedButSwitchedOff() {
        var answer = ada.delete("/api/v1/partners/" + Cast.ACME);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString())
                .containsPattern("\\d users refer to it")
                .contains("Switch it off instead");
    }

    @Test
    void staleVersionIsRefused() {
        var id = create(ada, fresh("stale"), null).json().path("id").asString();
        ada.patch("/api/v1/partners/" + id, Map.of("name", "Newer"));

        var stale = Map.of("If-Match", "\"1\"");
        assertThat(ada.send("PATCH", "/api/v1/partners/" + id, Map.of("name", "Older"), stale)
                        .status())
                .isEqualTo(412);
        assertThat(ada.send("DELETE", "/api/v1/partners/" + id, null, stale).status())
                .isEqualTo(412);
        assertThat(ada.get("/api/v1/partners/" + id).json().path("name").asString())
                .isEqualTo("Newer");
    }

    @Test
    void savingWhatIsThereChangesNothing() {
        var created = create(ada, fresh("same"), null);
        var id = created.json().path("id").asString();

        var saved = ada.patch("/api/v1/partners/" + id, Map.of());

        assertThat(saved.json().path("version").asInt()).isEqualTo(1);
        assertThat(saved.header("Bailiwick-Revision")).isEqualTo(created.header("Bailiwick-Revision"));
    }

    @Test
    void listIsSearchedFilteredSortedAndPaged() {
        var mark = fresh("pager");
        for (var number = 0; number < 5; number++) {
            create(ada, mark + "-" + number, number % 2 == 0 ? Cast.NORTHWIND : null);
        }

        var all = new ArrayList<String>();
        var next = "/api/v1/partners?limit=2&sort=-key&q=" + mark;
        var base = next;
        while (!next.isEmpty()) {
            var page = ada.get(next).json();
            assertThat(page.path("total").asInt()).isEqualTo(5);
            all.addAll(keys(page));
            next = page.has("next") ? base + "&after=" + page.path("next").asString() : "";
        }
        assertThat(all).containsExactly(mark + "-4", mark + "-3", mark + "-2", mark + "-1", mark + "-0");

        assertThat(keys(ada.get("/api/v1/partners?sort=key&reseller=" + Cast.NORTHWIND + "&q=" + mark)
                        .json()))
                .containsExactly(mark + "-0", mark + "-2", mark + "-4");
        assertThat(ada.get("/api/v1/partners?active=false&q=" + mark)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(ada.get("/api/v1/partners?reseller=nobody")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void sortAndCursorAreFromAClosedList() {
        assertThat(ada.get("/api/v1/partners?sort=account").status()).isEqualTo(422);
        assertThat(ada.get("/api/v1/partners?after=nonsense").status()).isEqualTo(400);
        var cursor = ada.get("/api/v1/partners?limit=1").json().path("next").asString();
        assertThat(ada.get("/api/v1/partners?limit=1&sort=key&after=" + cursor).status())
                .isEqualTo(400);
        assertThat(panel.as(cast.sven)
                        .get("/api/v1/partners?limit=1&after=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anotherAccountsPartnersAreNotThere() {
        var sven = panel.as(cast.sven);
        var theirs = create(sven, fresh("hidden"), null).json().path("id").asString();

        assertThat(ada.get("/api/v1/partners/" + theirs).status()).isEqualTo(404);
        assertThat(ada.patch("/api/v1/partners/" + theirs, Map.of("name", "Mine"))
                        .status())
                .isEqualTo(404);
        assertThat(ada.delete("/api/v1/partners/" + theirs).status()).isEqualTo(404);
        assertThat(keys(sven.get("/api/v1/partners?limit=500").json())).doesNotContain(Cast.GLOBEX);
        assertThat(sven.get("/api/v1/partners/" + Cast.ACME).json().path("name").asString())
                .isEqualTo("Acme of the shadows");
    }

    @Test
    void peopleWithoutTheAreaAreRefused() {
        assertThat(panel.visitor().get("/api/v1/partners").status()).isEqualTo(401);
        assertThat(panel.as(cast.kevin).get("/api/v1/partners").status()).isEqualTo(403);
        assertThat(panel.as(cast.pia).get("/api/v1/partners").status()).isEqualTo(403);
        assertThat(panel.as(cast.kim).get("/api/v1/partners").status()).isEqualTo(403);
    }

    static Answer create(Visitor by, String key, @Nullable String reseller) {
        var form = new HashMap<String, Object>(Map.of("name", "Partner " + key, "key", key));
        if (reseller != null) {
            form.put("reseller", reseller);
        }
        return by.post("/api/v1/partners", form);
    }

    static List<String> keys(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("key").asString())
                .toList();
    }

    static List<String> fields(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    static String fresh(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
