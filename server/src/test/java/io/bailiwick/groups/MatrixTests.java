package io.bailiwick.groups;

import static io.bailiwick.groups.GroupForms.allow;
import static io.bailiwick.groups.GroupForms.deny;
import static io.bailiwick.groups.GroupForms.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.areas.Area;
import io.bailiwick.model.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The matrix of a group, as its form posts it. */
@PanelTest
class MatrixTests {
    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    @Autowired
    Covers covers;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void onlyWhatWasChosenChanges() {
        var group = make(
                ada,
                "exceptions",
                List.of("read"),
                List.of(
                        allow("cockpit/Users"),
                        allow("cockpit/Groups", "create", "read"),
                        deny("cockpit/Groups", "read"),
                        deny("cockpit/Partners", "delete")));

        var saved = save(group, 1, Map.of(cell("Users", "update"), "allow", cell("Partners", "create"), "deny"));

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(rules(group))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "allow Users", "update",
                        "allow Groups", "create read",
                        "deny Groups", "read",
                        "deny Partners", "create delete"));
    }

    @Test
    void aRuleWithoutActionsAndOneThatIsBothStandInTheMatrixAndStayAsTheyAre() {
        var group = make(
                ada,
                "exceptions",
                List.of("read"),
                List.of(allow("cockpit/Users"), allow("cockpit/Groups", "read"), deny("cockpit/Groups", "read")));

        var page = ada.get("/groups/" + group).body();
        assertThat(page).contains("Listed by a rule without any action");
        assertThat(checked(page, cell("Groups", "read"))).isEqualTo("both");
        assertThat(checked(page, cell("Users", "read"))).isEqualTo("nothing");

        assertThat(save(group, 1, Map.of("default.create", "allow")).status()).isEqualTo(303);
        assertThat(rules(group))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("allow Users", "", "allow Groups", "read", "deny Groups", "read"));
        assertThat(ada.get("/api/v1/groups/" + group)
                        .json()
                        .path("defaultAccess")
                        .toString())
                .isEqualTo("[\"create\",\"read\"]");
    }

    @Test
    void aRuleThatLosesItsLastActionIsGone() {
        var group = make(ada, List.of(allow("cockpit/Users", "read"), allow("cockpit/Groups", "read")));

        assertThat(save(group, 1, Map.of(cell("Users", "read"), "nothing")).status())
                .isEqualTo(303);

        assertThat(rules(group)).containsOnlyKeys("allow Groups");
    }

    @Test
    void cellsThatWereDrawnLikeThatAreNotChosen() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        panel.as(cast.grace).patch("/api/v1/groups/" + group, Map.of("rules", List.of(deny("cockpit/Users", "read"))));
        var fields = new HashMap<String, String>();
        fields.put("shown", id("Users") + "=nann");
        fields.put(cell("Users", "read"), "allow");
        fields.put(cell("Users", "update"), "allow");
        fields.put("base", "only-listed 15");
        fields.put("mode", "only-listed");
        for (var action : GroupForms.ALL) {
            fields.put("default." + action, "allow");
        }

        var late = save(group, 1, fields);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Grace Hopper saved this", "Allow <code><bdi>cockpit/Users</bdi></code>")
                .doesNotContain("Deny <code><bdi>cockpit/Users</bdi></code>")
                .contains("name=\"version\" value=\"2\"");
        fields.put("shown", id("Users") + "=ndnn");
        fields.put(cell("Users", "read"), "deny");
        assertThat(save(group, 2, fields).status()).isEqualTo(303);
        assertThat(rules(group))
                .containsExactlyInAnyOrderEntriesOf(Map.of("allow Users", "update", "deny Users", "read"));
    }

    @Test
    void choicesOutOfSightComeAlong() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        var posted = Map.of(cell("Groups", "update"), "allow", "q", "partner", "do", "filter");

        var drawn = draft(group, posted).body();
        assertThat(drawn).contains(">Partners<", "1 unsaved change.").doesNotContain(cell("Groups", "read"));
        var carried = drawn.replaceAll("(?s).*name=\"carried\" value=\"([^\"]*)\".*", "$1");
        assertThat(carried).isEqualTo(id("Groups") + "=..a.");

        assertThat(save(group, 1, Map.of("carried", carried)).status()).isEqualTo(303);
        assertThat(rules(group)).containsOnlyKeys("allow Users", "allow Groups");
    }

    @Test
    void theResultCountsRulesOnAreasAbove() {
        var application = GroupForms.fresh("shop");
        ada.post("/api/v1/applications", Map.of("name", application, "key", application));
        area(application, "Orders", "/orders");
        area(application, "Returns", "/orders/{id}/returns");
        var group = make(ada, List.of(allow(application + "/Orders", "read", "delete")));
        var returns = id(application, "Returns");

        assertThat(letters(ada.get("/groups/" + group + "?q=returns").body(), returns))
                .isEqualTo("Create not allowed, Read allowed, Update not allowed, Delete allowed");

        var deny = Map.of("c." + id(application, "Orders") + ".delete", "deny", "shown", returns + "=nnnn");
        var judged = draft(group, with(deny, "do", "judge")).body();
        assertThat(letters(judged, returns))
                .isEqualTo("Create not allowed, Read allowed, Update not allowed, Delete denied");
        assertThat(judged).contains("id=\"savebar\"").doesNotContain("<table");
        ada.delete("/api/v1/groups/" + group);
    }

    @Test
    void areasAreReadAnewWhenSomethingIsChangedAndNotBefore() {
        var account = cast.ada.account().id();
        var application = GroupForms.fresh("kept");
        ada.post("/api/v1/applications", Map.of("name", application, "key", application));
        var before = covers.of(account);
        assertThat(covers.of(account)).isSameAs(before);

        area(application, "Late", "/late");
        assertThat(before.areas()).extracting(Area::reference).doesNotContain(application + "/Late");
        assertThat(covers.of(account).areas()).extracting(Area::reference).contains(application + "/Late");
        assertThat(covers.of(cast.sven.account().id()).areas())
                .as("of another account")
                .extracting(Area::reference)
                .doesNotContain(application + "/Late");
    }

    @Test
    void presetsFillTheFormAndChangeNothing() {
        var group = make(ada, List.of(allow("cockpit/Users", "read"), allow("cockpit/Groups")));

        var filled = draft(group, Map.of("do", "preset:reseller")).body();
        assertThat(checked(filled, cell("Users", "update"))).isEqualTo("allow");
        assertThat(checked(filled, cell("Users", "delete"))).isEqualTo("nothing");
        assertThat(checked(filled, cell("Partners", "delete"))).isEqualTo("nothing");
        var desk = draft(group, Map.of("do", "preset:user-desk")).body();
        assertThat(checked(desk, cell("Users", "delete"))).isEqualTo("allow");
        assertThat(checked(desk, cell("Groups", "read"))).isEqualTo("allow");
        assertThat(checked(desk, cell("Groups", "update"))).isEqualTo("nothing");
        var auditor = draft(group, Map.of("do", "preset:auditor")).body();
        for (var area : List.of("Users", "Groups", "Partners", "Resellers", "Explain")) {
            assertThat(checked(auditor, cell(area, "read"))).as(area).isEqualTo("allow");
            assertThat(checked(auditor, cell(area, "update"))).as(area).isEqualTo("nothing");
        }
        var partners = draft(group, Map.of("do", "preset:partners-desk")).body();
        assertThat(checked(partners, cell("Partners", "create"))).isEqualTo("allow");
        var groups = draft(group, Map.of("do", "preset:group-desk")).body();
        assertThat(checked(groups, cell("Groups", "delete"))).isEqualTo("allow");
        var readOnly = draft(group, Map.of("do", "preset:read-only")).body();
        assertThat(checked(readOnly, cell("Users", "read"))).isEqualTo("nothing");
        assertThat(readOnly)
                .containsPattern("type=\"checkbox\" name=\"default.read\" value=\"allow\" checked")
                .doesNotContainPattern("type=\"checkbox\" name=\"default.create\" value=\"allow\" checked");
        assertThat(ada.get("/api/v1/groups/" + group).json().path("version").asInt())
                .isOne();

        var carried = readOnly.replaceAll("(?s).*name=\"carried\" value=\"([^\"]*)\".*", "$1");
        var fields = new HashMap<>(Map.of("carried", carried, cell("Users", "read"), "nothing"));
        List.of("create", "update", "delete").forEach(action -> fields.put("default." + action, "nothing"));
        fields.put("shown", id("Users") + "=nann");
        var asked = save(group, 1, fields);
        assertThat(asked.status()).as("the default access counts again").isEqualTo(409);
        fields.put("confirm", asked.body().replaceAll("(?s).*name=\"confirm\" value=\"([^\"]+)\".*", "$1"));
        assertThat(save(group, 1, fields).status()).isEqualTo(303);
        assertThat(rules(group)).as("the one without actions as well").isEmpty();
    }

    @Test
    void theAreasThatCloseWithTheFirstRuleAreNamed() {
        var group = make(ada, List.of());
        var first = Map.of(cell("Users", "read"), "allow");

        assertThat(draft(group, with(first, "do", "judge")).body()).contains("areas close:");
        var review = ada.form("/groups/" + group + "/review", with(first, "version", "1"));
        assertThat(review.status()).isEqualTo(200);
        assertThat(review.body()).contains("areas close:", "<bdi>cockpit/Groups</bdi>", "<bdi>cockpit/Partners</bdi>");
        assertThat(ada.get("/api/v1/groups/" + group).json().path("version").asInt())
                .as("nothing is saved by looking")
                .isOne();
    }

    @Test
    void theBarSaysWhoGains() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.ADMINISTRATOR, null, group);

        var delete = Map.of(cell("Users", "delete"), "allow");
        assertThat(draft(group, delete).body()).contains("1 person gains Delete on Users");
        assertThat(draft(group, with(delete, "do", "judge")).body())
                .as("the letters do not wait for it")
                .contains("1 unsaved change.", "&quot;do&quot;:&quot;tell&quot;")
                .doesNotContain("person gains");
        assertThat(draft(group, with(delete, "do", "tell")).body())
                .contains("id=\"told\"", "1 person gains Delete on Users")
                .doesNotContain("savebar");
    }

    @Test
    void reviewingNothingLeadsBack() {
        var group = make(ada, List.of());
        assertThat(ada.form("/groups/" + group + "/review", Map.of("version", "1"))
                        .header("Location"))
                .isEqualTo("/groups/" + group);
    }

    @Test
    void whatALimitedAdministratorLacksIsRefusedWithTheFormAsItWas() {
        var own = make(
                ada,
                List.of(
                        allow("cockpit/Groups", GroupForms.ALL.toArray(String[]::new)),
                        allow("cockpit/Users", "read")));
        var mine = make(ada, List.of(allow("cockpit/Users", "read")));
        var lee = Limited.administrator(panel, cast, null, own);
        var posted = Map.of("version", "1", cell("Users", "delete"), "allow");

        var refused = lee.form("/groups/" + mine + "/review", posted);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("This opens what is not open to you");
        assertThat(checked(refused.body(), cell("Users", "delete"))).isEqualTo("allow");
        assertThat(lee.get("/groups/" + mine).body())
                .contains("preset:reseller", "preset:user-desk", "preset:auditor")
                .doesNotContain("preset:everything");
    }

    @Test
    void whoMayOnlyReadGroupsSeesTheMatrixAndCanChangeNothing() {
        var own = make(ada, List.of(allow("cockpit/Groups", "read")));
        var rae = Limited.administrator(panel, cast, null, own);

        var page = rae.get("/groups/" + own + "?show=rules").body();
        assertThat(page)
                .contains("Your groups do not let you change groups.", "value=\"allow\" checked data-s=\"\" disabled")
                .doesNotContain("Review and save", "preset:");
    }

    private Visitor.Answer save(String group, int version, Map<String, String> fields) {
        return ada.form("/groups/" + group, with(fields, "version", Integer.toString(version)));
    }

    private Visitor.Answer draft(String group, Map<String, String> fields) {
        return ada.form("/groups/" + group + "/draft", with(fields, "version", "1"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private void area(String application, String name, String path) {
        var answer = ada.post(
                "/api/v1/areas",
                Map.of("application", application, "name", name, "paths", List.of(Map.of("path", path))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String cell(String area, String action) {
        return "c." + id(area) + "." + action;
    }

    private String id(String area) {
        return id("cockpit", area);
    }

    private String id(String application, String area) {
        for (var each : ada.get("/api/v1/areas?limit=500&application=" + application)
                .json()
                .path("items")) {
            if (each.path("name").asString().equals(area)) {
                return each.path("id").asString();
            }
        }
        throw new AssertionError("no area " + area);
    }

    private Map<String, String> rules(String group) {
        var names = new HashMap<String, String>();
        ada.get("/api/v1/areas?limit=500&application=cockpit")
                .json()
                .path("items")
                .forEach(area ->
                        names.put(area.path("id").asString(), area.path("name").asString()));
        var rules = new TreeMap<String, String>();
        for (var rule : ada.get("/api/v1/groups/" + group).json().path("rules")) {
            var words = rule.path("access")
                    .valueStream()
                    .map(word -> word.asString())
                    .toList();
            rules.put(
                    rule.path("effect").asString() + " "
                            + names.get(rule.path("area").asString()),
                    String.join(" ", words));
        }
        return rules;
    }

    private static String checked(String page, String name) {
        for (var radio : page.split("<input type=\"radio\" ")) {
            if (radio.startsWith("name=\"" + name + "\"")
                    && radio.substring(0, radio.indexOf('>')).contains(" checked")) {
                return radio.replaceAll("(?s).*?value=\"([^\"]*)\".*", "$1");
            }
        }
        throw new AssertionError("nothing is chosen in " + name);
    }

    private static String letters(String page, String area) {
        var from = page.indexOf("id=\"r-" + area);
        assertThat(from).isPositive();
        return page.substring(from).replaceAll("(?s).*?aria-label=\"([^\"]*)\".*", "$1");
    }
}
