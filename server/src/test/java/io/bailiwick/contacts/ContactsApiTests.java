package io.bailiwick.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PanelTest
class ContactsApiTests {
    private static final String CONTACTS = "/api/v1/contacts";

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
    void contactIsCreatedFoundChangedAndDeleted() {
        var created = ada.post(
                CONTACTS,
                Map.of(
                        "partner", Cast.ACME,
                        "name", " Kim Acme ",
                        "role", "Head of routing",
                        "email", "kim@acme.example",
                        "phone", "+44 20 7946 0018 ext. 12",
                        "notes", "Only\r\nmornings"));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("name").asString()).isEqualTo("Kim Acme");
        assertThat(created.json().path("partner").asString()).isEqualTo(Cast.ACME);
        assertThat(created.json().path("notes").asString()).isEqualTo("Only\nmornings");
        assertThat(created.json().path("changedBy").asString()).isEqualTo(cast.ada.name());
        var path = created.header("Location");

        var changed = ada.patch(path, "{\"partner\": \"globex\", \"phone\": null}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("partner").asString()).isEqualTo(Cast.GLOBEX);
        assertThat(changed.json().path("phone").asString()).isEmpty();
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(ada.patch(path, Map.of()).json().path("version").asInt()).isEqualTo(2);

        var stale = Map.of("If-Match", "\"1\"");
        assertThat(ada.send("PATCH", path, Map.of("name", "Older"), stale).status())
                .isEqualTo(412);
        assertThat(ada.send("DELETE", path, null, stale).status()).isEqualTo(412);
        assertThat(ada.delete(path).status()).isEqualTo(204);
        assertThat(ada.get(path).status()).isEqualTo(404);
        assertThat(ada.get(CONTACTS + "/no-id").status()).isEqualTo(404);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var answer = ada.post(
                CONTACTS,
                Map.of(
                        "partner", "nobody",
                        "name", " ",
                        "role", "a\u202eb",
                        "email", "kim@",
                        "phone", "call me",
                        "notes", "a\u0000b"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("partner", "name", "role", "email", "phone", "notes");
        assertThat(fields(ada.post(CONTACTS, Map.of("name", "Kim")))).containsExactly("partner");
    }

    @Test
    void aPartnerOutOfSightIsNone() {
        var sami = panel.as(cast.sami);
        var theirs = add(ada, Cast.INITECH, "Ina Initech");

        assertThat(sami.get(theirs).status()).isEqualTo(404);
        assertThat(fields(sami.post(CONTACTS, Map.of("partner", Cast.INITECH, "name", "Mole"))))
                .containsExactly("partner");
        var mine = add(sami, Cast.ACME, "Amy Acme");
        assertThat(fields(sami.patch(mine, Map.of("partner", Cast.INITECH)))).containsExactly("partner");
        assertThat(panel.as(cast.nora).get(mine).status()).isEqualTo(404);
        assertThat(panel.as(cast.nora).get(CONTACTS).json().path("total").asInt())
                .isZero();
        assertThat(panel.as(cast.pia).get(CONTACTS).status()).isEqualTo(403);
    }

    @Test
    void aPartnerThatIsSwitchedOffTakesItsContactsAlong() {
        var key = partner(null);
        var contact = add(ada, key, "Fay Fading");

        ada.patch("/api/v1/partners/" + key, Map.of("active", false));

        assertThat(ada.get(contact).status()).isEqualTo(404);
        assertThat(names(ada.get(CONTACTS + "?q=" + key).json())).isEmpty();
        assertThat(ada.get("/contacts?q=" + key).body()).doesNotContain("Fay Fading");
        ada.patch("/api/v1/partners/" + key, Map.of("active", true));
        assertThat(ada.get(contact).status()).isEqualTo(200);
    }

    @Test
    void aResellerThatIsSwitchedOffTakesThemAlongToo() {
        var reseller = "off-" + UUID.randomUUID().toString().substring(0, 8);
        ada.post("/api/v1/resellers", Map.of("name", "Off", "key", reseller));
        var contact = add(ada, partner(reseller), "Rae Resold");

        ada.patch("/api/v1/resellers/" + reseller, Map.of("active", false));

        assertThat(ada.get(contact).status()).isEqualTo(404);
    }

    @Test
    void aPartnerThatLeavesAResellerIsOutOfSightOfItsPeopleAtOnce() {
        var word = "moves-" + UUID.randomUUID().toString().substring(0, 8);
        ada.post("/api/v1/resellers", Map.of("name", word, "key", word));
        var group = ada.post("/api/v1/groups/default-reseller", Map.of("name", word))
                .json()
                .path("id")
                .asString();
        var made = ada.post(
                "/api/v1/users",
                Map.of(
                        "email",
                        word + "@people.example",
                        "name",
                        word,
                        "role",
                        "normal",
                        "reseller",
                        word,
                        "groups",
                        List.of(group),
                        "dataAccess",
                        Map.of("mode", "all"),
                        "password",
                        "gravel orchid lantern " + word,
                        "mustChangePassword",
                        false));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var key = partner(word);
        var contact = add(ada, key, "Mo Moving");
        var theirs = panel.visitor();
        theirs.signIn(word + "@people.example", "gravel orchid lantern " + word);
        assertThat(names(theirs.get(CONTACTS).json())).containsExactly("Mo Moving");

        ada.patch("/api/v1/partners/" + key, Map.of("reseller", Cast.NORTHWIND));

        assertThat(theirs.get(contact).status()).isEqualTo(404);
        assertThat(theirs.get(CONTACTS).json().path("total").asInt()).isZero();
    }

    @Test
    void aPartnerWithContactsIsNotDeleted() {
        var key = partner(null);
        add(ada, key, "Stay Here");

        var answer = ada.delete("/api/v1/partners/" + key);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains("1 contact refers to it");
    }

    @Test
    void listIsSearchedFilteredSortedAndPaged() {
        var one = partner(null);
        var other = partner(null);
        for (var name : List.of("Cal", "abe", "Bob")) {
            add(ada, one, name + " " + one);
        }
        add(ada, other, "Dan " + one);

        var all = new ArrayList<String>();
        var base = CONTACTS + "?limit=2&sort=-name&q=" + one;
        var next = base;
        while (!next.isEmpty()) {
            var page = ada.get(next).json();
            assertThat(page.path("total").asInt()).isEqualTo(4);
            all.addAll(names(page));
            next = page.has("next") ? base + "&after=" + page.path("next").asString() : "";
        }
        assertThat(all).containsExactly("Dan " + one, "Cal " + one, "Bob " + one, "abe " + one);
        assertThat(names(ada.get(CONTACTS + "?sort=partner&q=dan&partner=" + other)
                        .json()))
                .containsExactly("Dan " + one);
        assertThat(ada.get(CONTACTS + "?partner=nobody").json().path("total").asInt())
                .isZero();
        assertThat(ada.get(CONTACTS + "?sort=notes").status()).isEqualTo(422);
        assertThat(ada.get(CONTACTS + "?q=%25").json().path("total").asInt()).isZero();
    }

    @Test
    void pagesShowWhatMayBeDoneAndKeepWhatWasTyped() {
        var name = "Paige " + UUID.randomUUID();
        var made = ada.form("/contacts", Map.of("name", name, "partner", Cast.ACME, "email", "paige@acme.example"));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        var page = made.header("Location");
        assertThat(ada.get(page).body()).contains(name, "mailto:paige@acme.example", page + "/delete");
        assertThat(ada.get("/contacts").body()).contains(name, "Carrier", "/contacts/new");

        var refused = ada.form(page, Map.of("name", "", "phone", "none", "notes", "kept", "version", "1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("kept", "Choose the partner");
        ada.form(page, Map.of("name", name, "partner", Cast.ACME, "version", "1", "role", "Boss"));
        var late = ada.form(page, Map.of("name", name, "partner", Cast.ACME, "version", "1", "role", "Clerk"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("saved this while you were changing it", "Boss", "Clerk");

        assertThat(ada.get(page + "/delete").body()).contains("Delete " + name);
        assertThat(ada.form(page + "/delete", Map.of("version", "1")).header("Location"))
                .isEqualTo(page);
        assertThat(ada.form(page + "/delete", Map.of("version", "2")).header("Location"))
                .isEqualTo("/contacts");
        assertThat(panel.as(cast.nora).get("/contacts").body())
                .contains("There is no partner yet whose data you see")
                .doesNotContain("/contacts/new");
        assertThat(panel.as(cast.sami).get("/contacts/partners?q=").body())
                .contains("Acme Logistics", "Globex")
                .doesNotContain("Initech", "Umbrella");
    }

    private String partner(@Nullable String reseller) {
        var key = "contacts-" + UUID.randomUUID().toString().substring(0, 8);
        var form = reseller == null
                ? Map.of("name", "Partner " + key, "key", key)
                : Map.of("name", "Partner " + key, "key", key, "reseller", reseller);
        assertThat(ada.post("/api/v1/partners", form).status()).isEqualTo(201);
        return key;
    }

    private static String add(Visitor by, String partner, String name) {
        var answer = by.post(CONTACTS, Map.of("partner", partner, "name", name));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
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
