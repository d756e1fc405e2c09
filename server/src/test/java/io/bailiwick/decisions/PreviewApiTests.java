package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gains and who loses what, asked by scripts and on pages: exact, and no more than the asker may see. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewApiTests {
    private final Office office;
    private final Groups groups;
    private final GroupId clerks;
    private final String orders;
    private final Visitor ada;
    private final Visitor eve;
    private final Visitor rita;
    private final Person fay;
    private final Person gus;

    @Autowired
    PreviewApiTests(ApplicationContext context, Panel panel) {
        office = new Office(context, "Preview Pages");
        groups = context.getBean(Groups.class);
        clerks = office.clerks;
        orders = office.orders;
        ada = panel.signIn(office.ada);
        eve = panel.signIn(office.eve);
        rita = panel.signIn(office.rita);
        fay = office.fay;
        gus = office.gus;
    }

    @Test
    void aGroupsMembersAreToldWithWhatTheyGain() {
        var answer = ada.post("/api/v1/groups/" + clerks + "/preview", rules("read", "update", "delete"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.path("people").asInt()).isEqualTo(2);
        assertThat(json.path("gaining").asInt()).isEqualTo(2);
        assertThat(json.path("losing").asInt()).isZero();
        assertThat(json.path("total").asInt()).isEqualTo(4);
        assertThat(json.path("areas").size()).isEqualTo(2);
        assertThat(json.path("areas").path(0).path("name").asString()).isEqualTo("Orders");
        assertThat(json.path("areas").path(0).path("action").asString()).isEqualTo("update");
        var item = json.path("items").path(0);
        assertThat(item.path("email").asString()).isEqualTo(fay.email());
        assertThat(item.path("areaName").asString()).isEqualTo("shop/Orders");
        assertThat(item.path("before").asBoolean()).isFalse();
        assertThat(item.path("after").asBoolean()).isTrue();
        assertThat(groups.get(office.server(), clerks).version())
                .as("nothing is saved")
                .isEqualTo(1);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var at = "/api/v1/groups/" + clerks + "/preview?limit=3";
        var body = rules("read", "update", "delete");
        var next = ada.post(at, body).json().path("next").asString();

        var rest = ada.post(at + "&after=" + next, body).json();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("items").path(0).path("email").asString()).isEqualTo(gus.email());
        assertThat(rest.path("items").path(0).path("action").asString()).isEqualTo("delete");
        assertThat(rest.has("next")).isFalse();
        assertThat(ada.post(at + "&after=" + next, rules("update")).status())
                .as("of another proposal")
                .isEqualTo(400);
    }

    @Test
    void whateverStandsAgainstSavingStandsAgainstAsking() {
        var at = "/api/v1/groups/" + clerks + "/preview";

        assertThat(ada.send("POST", at, rules("read"), Map.of("If-Match", "\"99\""))
                        .status())
                .isEqualTo(412);
        assertThat(ada.post(at, Map.of("mode", "sideways")).status()).isEqualTo(422);
        assertThat(ada.post(at, Map.of("colour", "red")).status()).isEqualTo(400);
        assertThat(eve.post(at, rules("read", "delete")).status())
                .as("more than she has")
                .isEqualTo(403);
        assertThat(rita.post(at, rules("read")).status()).as("no group for her").isEqualTo(403);
    }

    @Test
    void whoeverMayNotReadUsersIsToldNumbersOnly() {
        var answer = eve.post("/api/v1/groups/" + clerks + "/preview", rules("read", "update"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("people").asInt()).isEqualTo(2);
        assertThat(answer.json().has("items")).isFalse();
        assertThat(answer.body()).doesNotContain(fay.email());
    }

    @Test
    void aResellersAdministratorAsksOfHisOwnUsersAlone() {
        var body = Map.of("permissions", List.of());

        assertThat(rita.post("/api/v1/users/" + gus.id() + "/preview", body).status())
                .isEqualTo(200);
        assertThat(rita.post("/api/v1/users/" + fay.id() + "/preview", body).status())
                .isEqualTo(404);
    }

    @Test
    void aUserIsToldWithAreasAndData() {
        var body = Map.of("groups", List.of(), "dataAccess", Map.of("mode", "all"));
        var json = ada.post("/api/v1/users/" + fay.id() + "/preview", body).json();

        assertThat(json.path("people").asInt()).isEqualTo(1);
        assertThat(json.path("areas")
                        .valueStream()
                        .filter(area -> area.path("application").asString().equals("shop")))
                .hasSize(3);
        assertThat(json.path("partners").path(0).path("key").asString()).isEqualTo("acme");
        assertThat(json.path("total").asInt()).isEqualTo(json.path("areas").size() + 1);
        var disabled = ada.post("/api/v1/users/" + fay.id() + "/preview", Map.of("status", "disabled"))
                .json();
        assertThat(disabled.path("losing").asInt()).isEqualTo(1);
        assertThat(disabled.toString()).contains("Oneself");
    }

    @Test
    void areasAndPartnersAreAskedAboutEverybody() {
        var area = ada.post("/api/v1/areas/" + orders + "/preview", Map.of("gate", "administration"))
                .json();
        assertThat(area.path("losing").asInt()).isEqualTo(2);
        assertThat(area.path("areas").size()).isEqualTo(1);
        var partner = ada.post("/api/v1/partners/acme/preview", Map.of("active", false))
                .json();
        assertThat(partner.path("partners").path(0).path("losing").asInt()).isEqualTo(2);
        assertThat(partner.path("items").path(0).path("partnerKey").asString()).isEqualTo("acme");
        var moved = ada.post("/api/v1/partners/acme/preview", Map.of("reseller", "north"))
                .json();
        assertThat(moved.path("gaining").asInt()).isEqualTo(2);
    }

    @Test
    void deletionsAreAskedAboutToo() {
        var area = ada.post("/api/v1/areas/" + orders + "/preview-deletion", Map.of())
                .json();
        assertThat(area.path("losing").asInt()).as("everybody").isEqualTo(5);
        assertThat(ada.get("/areas/" + orders + "/delete").body()).contains("5 people lose access on Orders");
        var at = "/api/v1/groups/" + clerks + "/preview-deletion";
        assertThat(ada.post(at, Map.of()).status())
                .as("says not where members go")
                .isEqualTo(409);
        assertThat(ada.post(at + "?moveMembersTo=none", Map.of()).status())
                .as("a reseller's user needs a group")
                .isEqualTo(409);
        ada.patch("/api/v1/users/" + gus.id(), "{\"reseller\": null}");
        var group = ada.post(at + "?moveMembersTo=none", Map.of()).json();
        assertThat(group.path("gaining").asInt()).isEqualTo(2);
        assertThat(ada.send("POST", at + "?moveMembersTo=none", Map.of(), Map.of("If-Match", "\"9\""))
                        .status())
                .isEqualTo(412);
        assertThat(eve.post(at + "?moveMembersTo=none", Map.of()).status()).isEqualTo(403);
        ada.patch("/api/v1/users/" + gus.id(), Map.of("reseller", "north"));
    }

    @Test
    void anApplicationIsAskedAboutWithAllOfItsAreas() {
        var at = "/api/v1/applications/shop/preview-deletion";
        var gone = ada.post(at, Map.of());

        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        assertThat(gone.json().path("losing").asInt()).as("everybody").isEqualTo(5);
        assertThat(gone.body()).contains("shop/Orders").doesNotContain("cockpit");
        assertThat(ada.send("POST", at, Map.of(), Map.of("If-Match", "\"99\"")).status())
                .isEqualTo(412);
        assertThat(eve.post(at, Map.of()).status()).isEqualTo(403);
        var shop = ada.get("/api/v1/applications/shop").json().path("id").asString();
        assertThat(ada.get("/applications/" + shop + "/delete").body())
                .as("who loses what, and the question, at once")
                .contains("Delete Shop: 5 people lose access on Orders", "The rules of the group", "name=\"confirm\"");
        assertThat(ada.get("/areas/" + orders + "/delete").body()).contains("name=\"confirm\"");
    }

    @Test
    void manyAreAskedAboutOneByOne() {
        var both = List.of(fay.id().toString(), gus.id().toString());
        var away = Map.of("action", "disable", "ids", both, "preview", true);
        var told = ada.post("/api/v1/users/bulk?limit=3", away).json();

        var difference = told.path("difference");
        assertThat(told.path("changing").asInt()).isEqualTo(2);
        assertThat(difference.path("losing").asInt()).isEqualTo(2);
        assertThat(difference.path("items").path(0).path("email").asString()).isEqualTo(fay.email());
        var next = difference.path("next").asString();
        var rest = ada.post("/api/v1/users/bulk?limit=500&after=" + next, away)
                .json()
                .path("difference");
        assertThat(rest.path("items").size()).isEqualTo(difference.path("total").asInt() - 3);
        assertThat(rest.path("items").findValuesAsString("email")).contains(gus.email());
        assertThat(ada.post("/api/v1/users/delete?after=" + next, Map.of("ids", both, "preview", true))
                        .status())
                .as("of another proposal")
                .isEqualTo(400);
        var his = rita.post("/api/v1/users/bulk", away).json();
        assertThat(his.path("difference").path("people").asInt()).isEqualTo(1);
        assertThat(his.toString()).contains(gus.email()).doesNotContain(fay.email());
        assertThat(ada.form("/users/bulk/disable", Map.of("id", fay.id().toString()))
                        .body())
                .contains("Disable one user: 1 person loses access on ");
        var delete = ada.form("/users/bulk/delete", Map.of("id", fay.id().toString()));
        assertThat(delete.body()).contains("Delete one user: 1 person loses access on ");
    }

    @Test
    void groupsOfManyTellItWhileTheyAreChosen() {
        var groupers =
                ada.get("/groups?q=Groupers").body().replaceAll("(?s).*href=\"/groups/([0-9a-f-]{36})\".*", "$1");
        var joins = Map.of("id", fay.id().toString(), "mode", "join", "groups", groupers);
        assertThat(ada.form("/users/bulk/groups/outlook", joins).body())
                .contains("Change one user: 1 person gains Update on Orders");
        assertThat(ada.form("/users/bulk/groups", joins).body())
                .as("without go it is a page of its own")
                .contains("Put one user in: 1 person gains Update on Orders")
                .contains("name=\"groups\" value=\"" + groupers);
        var bare = Map.of("id", fay.id().toString(), "mode", "leave");
        assertThat(ada.form("/users/bulk/groups/outlook", bare).body()).contains("Choose 1 to 100 groups.");
        var access = Map.of("id", fay.id().toString(), "given", "true", "role", "", "dataAccess", "all");
        assertThat(ada.form("/users/bulk/access", access).body())
                .contains("Change one user: 1 person comes to see data of acme");
    }

    @Test
    void pagesTellItBeforeItIsSaved() {
        var area = Map.of("version", "1", "name", "Orders", "paths", "/orders", "gate", "administration");
        assertThat(ada.form("/areas/" + orders + "/outlook", area).body())
                .contains("2 people lose Read on Orders")
                .contains("id=\"says\"")
                .contains(fay.name());
        assertThat(ada.form("/areas/" + orders + "/review", area).body())
                .contains("Save: 2 people lose Read on Orders")
                .contains("action=\"/areas/" + orders + "\"");
        var partner = Map.of("version", "1", "name", "Acme", "key", "acme", "reseller", "north");
        assertThat(ada.form("/partners/acme/outlook", partner).body()).contains("2 people come to see data of acme");
        assertThat(ada.form("/partners/acme/review", partner).status()).isEqualTo(200);
        assertThat(ada.get("/partners/acme/switch-off").body()).contains("2 people see no data of acme any more");
    }

    @Test
    void aUsersPageTellsItToo() {
        var fields = Map.of("version", "1", "role", "normal", "dataAccess", "none", "groups", clerks.toString());
        var same = ada.form("/users/" + fay.id() + "/outcome", fields);
        assertThat(same.body()).contains("Nobody gains or loses anything");
        var partner = Map.of("version", "1", "role", "normal", "dataAccess", "all", "groups", clerks.toString());
        assertThat(ada.form("/users/" + fay.id() + "/outcome", partner).body())
                .contains("1 person comes to see data of acme");
        var version =
                ada.get("/api/v1/users/" + fay.id()).json().path("version").asString();
        var out = Map.of("version", version, "role", "normal", "dataAccess", "none");
        assertThat(ada.form("/users/" + fay.id() + "/review", out).body())
                .contains("1 person gains")
                .contains("would be in no group any longer")
                .contains("name=\"confirm\"");
    }

    @Test
    void aResellerIsAskedAboutWithAllOfItsPartners() {
        ada.post("/api/v1/partners", Map.of("name", "Initech", "key", "initech", "reseller", "north"));
        ada.post("/api/v1/partners", Map.of("name", "Off", "key", "off", "reseller", "north", "active", false));
        var selected = Map.of("mode", "selected", "partners", List.of("acme", "initech"));
        ada.patch("/api/v1/users/" + fay.id(), Map.of("dataAccess", selected));
        var off = ada.post("/api/v1/resellers/north/preview", Map.of("active", false));

        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(off.json().path("losing").asInt()).as("everybody").isEqualTo(5);
        assertThat(off.json().path("total").asInt()).isEqualTo(5);
        assertThat(off.json().path("partners").size()).isEqualTo(1);
        assertThat(off.body()).contains(fay.email(), "\"partnerKey\":\"initech\"");
        assertThat(ada.get("/resellers/north/switch-off").body())
                .contains("Switch North off: 5 people see no data of initech any more");
        assertThat(ada.form("/resellers/north/outlook", Map.of("name", "North", "key", "northern"))
                        .body())
                .contains("Nobody gains or loses anything");
        assertThat(ada.post("/api/v1/resellers/north/preview-deletion", Map.of())
                        .status())
                .as("something refers to it")
                .isEqualTo(409);
        ada.patch("/api/v1/resellers/north", Map.of("active", false));
        assertThat(ada.get("/resellers/north").body()).contains("Switch on: 5 people come to see data of initech");
        ada.patch("/api/v1/resellers/north", Map.of("active", true));
        ada.patch("/api/v1/users/" + fay.id(), Map.of("dataAccess", Map.of("mode", "none")));
        assertThat(ada.get("/partners/initech/delete").body())
                .contains("Delete Initech: 4 people see no data of initech any more");
        assertThat(ada.post("/api/v1/partners/initech/preview-deletion", Map.of())
                        .json()
                        .path("losing")
                        .asInt())
                .isEqualTo(4);
        ada.delete("/api/v1/partners/initech");
        ada.delete("/api/v1/partners/off");
    }

    @Test
    void whoGoesOrIsShutOutIsToldWithEverythingHeLoses() {
        var at = "/api/v1/users/" + fay.id() + "/preview-deletion";
        var gone = ada.post(at, Map.of());

        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        assertThat(gone.json().path("losing").asInt()).isEqualTo(1);
        assertThat(gone.body()).contains("shop/Orders").doesNotContain("Sign-in");
        assertThat(ada.send("POST", at, Map.of(), Map.of("If-Match", "\"99\"")).status())
                .isEqualTo(412);
        assertThat(rita.post(at, Map.of()).status()).as("may not delete").isEqualTo(403);
        assertThat(ada.post("/api/v1/users/" + office.ada.id() + "/preview-deletion", Map.of())
                        .status())
                .as("oneself")
                .isEqualTo(409);
        assertThat(ada.get("/users/" + fay.id() + "/delete").body())
                .contains("Delete: 1 person loses access on ")
                .contains("This cannot be undone.");
        assertThat(ada.get("/users/" + fay.id() + "/disable").body()).contains("Disable: 1 person loses access on ");
        ada.patch("/api/v1/users/" + fay.id(), Map.of("status", "disabled"));
        assertThat(ada.get("/users/" + fay.id()).body()).contains("Enable: 1 person gains access on ");
        assertThat(ada.get("/users/" + fay.id() + "/delete").body()).contains("Nobody gains or loses anything");
        ada.patch("/api/v1/users/" + fay.id(), Map.of("status", "active"));
    }

    @Test
    void aGroupThatGoesTellsItWhileItIsChosenWhereMembersGo() {
        var at = "/groups/" + clerks + "/delete";
        var nowhere = Map.of("version", "1", "moveMembersTo", "none");
        assertThat(ada.form(at + "/outlook", Map.of("moveMembersTo", "none")).body())
                .contains("A reseller's user is always in a group");
        assertThat(ada.form(at + "/review", nowhere).status())
                .as("what stands against deleting stands against asking")
                .isEqualTo(422);
        var to = ada.get("/groups?q=Groupers").body().replaceAll("(?s).*href=\"/groups/([0-9a-f-]{36})\".*", "$1");
        var moved = Map.of("version", "1", "moveMembersTo", to);
        assertThat(ada.form(at + "/outlook", moved).body())
                .contains("2 people gain Update on Orders")
                .contains("Delete Clerks: 2 people gain");
        assertThat(ada.form(at + "/review", moved).body())
                .contains("action=\"" + at + "\"", "name=\"moveMembersTo\" value=\"" + to)
                .contains("Delete Clerks: 2 people gain");
        var late = ada.form(at + "/review", Map.of("version", "99", "moveMembersTo", to));
        assertThat(late.status()).isEqualTo(412);
        assertThat(groups.get(office.server(), clerks).version())
                .as("nothing is deleted")
                .isEqualTo(1);
    }

    private static Map<String, Object> rules(String... access) {
        return Map.of("rules", List.of(Map.of("area", "shop/Orders", "access", List.of(access), "effect", "allow")));
    }
}
