package io.bailiwick.groups;

import static io.bailiwick.groups.GroupForms.ALL;
import static io.bailiwick.groups.GroupForms.allow;
import static io.bailiwick.groups.GroupForms.deny;
import static io.bailiwick.groups.GroupForms.fresh;
import static io.bailiwick.groups.GroupForms.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.model.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Refusals, questions and previews name to a limited Administrator no area that he does not see, and those that he sees. Lee
 * and Rae may neither list areas nor do anything in Payroll; Liz may list areas.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnseenAreasTests {
    private static final String HIDDEN = fresh("Payroll");
    private static final String BEYOND = "That reaches beyond your own rights: ";
    private static final String MAY_MORE = "This user may do more than you: ";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private Visitor ada;
    private Visitor lee;
    private Visitor rae;
    private Visitor liz;
    private String office;
    private String wide;
    private String small;
    private Cast.Person paymaster;

    @BeforeAll
    void settle() {
        ada = panel.as(cast.ada);
        var key = HIDDEN.toLowerCase(java.util.Locale.ROOT);
        ada.post("/api/v1/applications", Map.of("name", "Back office", "key", key));
        var area = Map.of("application", key, "name", HIDDEN, "paths", List.of("/wages"));
        assertThat(ada.post("/api/v1/areas", area).status()).isEqualTo(201);
        var users = allow("cockpit/Users", "create", "read", "update");
        var groups = allow("cockpit/Groups", ALL.toArray(String[]::new));
        office = make(ada, List.of(users, groups));
        var listing = make(ada, List.of(users, groups, allow("cockpit/Applications and areas", "read")));
        wide = make(ada, List.of(allow("cockpit/Users", "delete"), allow(key + "/" + HIDDEN, "read")));
        small = make(ada, List.of(allow("cockpit/Users", "read"), deny(key + "/" + HIDDEN, "read")));
        lee = Limited.administrator(panel, cast, null, office);
        rae = Limited.administrator(panel, cast, Cast.NORTHWIND, office);
        liz = Limited.administrator(panel, cast, null, listing);
        paymaster = Limited.person(panel, cast, Role.ADMINISTRATOR, Cast.NORTHWIND, wide);
    }

    @Test
    void whatIsGivenIsNamedAsFarAsItIsSeen() {
        for (var limited : List.of(lee, rae)) {
            refused(limited.post("/api/v1/users", user(wide)), 403, BEYOND + "delete on `Users`, and on an area that");
        }
        assertThat(lee.get("/api/v1/areas").status()).isEqualTo(403);
        assertThat(liz.post("/api/v1/users", user(wide)).body())
                .contains(BEYOND + "delete on `Users`; read on `" + HIDDEN + "`.");
    }

    @Test
    void whoMayMoreIsTouchedByNobodyWhoIsToldWhereUnseen() {
        var his = "/api/v1/users/" + paymaster.id();
        for (var limited : List.of(lee, rae)) {
            var name = Map.of("name", "Somebody");
            var many = Map.of("ids", List.of(paymaster.id().toString()), "action", "disable");
            refused(limited.patch(his, name), 403, MAY_MORE + "delete on `Users`, and on an area that");
            refused(limited.post(his + "/preview", name), 403, MAY_MORE);
            refused(limited.post("/api/v1/users/bulk", many), 409, MAY_MORE);
        }
        assertThat(liz.patch(his, Map.of("name", "Somebody")).body()).contains(HIDDEN);
    }

    @Test
    void whatAGroupWouldOpenIsNamedAsFarAsItIsSeen() {
        var opening = rules(allow(hidden(), "read"));
        refused(lee.post("/api/v1/groups", opening), 403, "not open to you: on an area that you do not see.");
        var own = make(lee, List.of(allow("cockpit/Users", "read")));
        for (var path : List.of("/api/v1/groups/" + own, "/api/v1/groups/" + own + "/preview")) {
            var answer = path.endsWith("preview")
                    ? lee.post(path, Map.of("rules", opening.get("rules")))
                    : lee.patch(path, Map.of("rules", opening.get("rules")));
            refused(answer, 403, "not open to you: on an area that you do not see.");
        }
        assertThat(liz.post("/api/v1/groups", opening).body()).contains("not open to you: read on `" + HIDDEN + "`.");
    }

    @Test
    void whatIsDeniedNoMoreIsCountedAndNamedAsFarAsItIsSeen() {
        Limited.person(panel, cast, Role.NORMAL, null, small);
        var other = make(lee, List.of(allow("cockpit/Users", "read")));
        var deletion = "/api/v1/groups/" + small + "?moveMembersTo=" + other;

        var asked = lee.delete(deletion);

        refused(asked, 409, "What it denies on 1 area is denied no more.");
        var opened = asked.json().path("difference").path("opens").path(0);
        assertThat(opened.path("area").isNull()).as(asked.body()).isTrue();
        assertThat(opened.path("access").path(0).asString()).isEqualTo("read");
        assertThat(liz.delete(deletion).body()).contains(HIDDEN);
        var page = lee.form("/groups/" + small + "/delete", Map.of("version", "1", "moveMembersTo", other));
        assertThat(page.body()).contains("An area that you do not see: Read is denied no more");
        assertThat(page.body()).doesNotContain(HIDDEN);
    }

    /** Whoever passes the rails has all that he moves: what comes of it lies in his own sight. */
    @Test
    void whatComesOfItIsToldWhereSomethingIsOpenToTheActor() {
        var group = make(lee, List.of(allow("cockpit/Users", "read", "update")));
        Limited.person(panel, cast, Role.ADMINISTRATOR, null, group);

        var told = lee.post(
                "/api/v1/groups/" + group + "/preview", Map.of("rules", List.of(allow("cockpit/Users", "read"))));

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().path("areas").findValuesAsString("name"))
                .isNotEmpty()
                .containsOnly("Users");
    }

    private static void refused(Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words).doesNotContain(HIDDEN);
    }

    private static String hidden() {
        return HIDDEN.toLowerCase(java.util.Locale.ROOT) + "/" + HIDDEN;
    }

    private static Map<String, Object> rules(Map<String, ?>... rules) {
        return Map.of("name", fresh("Opening"), "defaultAccess", List.of(), "rules", List.of(rules));
    }

    private static Map<String, Object> user(String group) {
        return new HashMap<>(Map.of(
                "email",
                fresh("given") + "@limited.example",
                "name",
                "Given",
                "password",
                "gravel orchid lantern 7421",
                "role",
                "administrator",
                "groups",
                List.of(group)));
    }
}
