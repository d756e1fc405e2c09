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
import io.bailiwick.model.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an Administrator who is limited himself may do to groups. */
@PanelTest
class GroupGuardRailTests {
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
    void limitedAdministratorGivesWhatHeHasAndNoMore() {
        var lee = steward(null);

        assertThat(post(lee, "only-listed", List.of(), List.of(allow("cockpit/Users", "read"))))
                .isEqualTo(201);
        assertThat(post(lee, "only-listed", ALL, List.of(allow("cockpit/Users", "read", "update"))))
                .isEqualTo(201);
        assertThat(post(lee, "only-listed", List.of(), List.of(allow("cockpit/Users", "delete"))))
                .isEqualTo(403);
        assertThat(post(lee, "only-listed", List.of(), List.of(allow("cockpit/Partners", "read"))))
                .isEqualTo(403);
    }

    @Test
    void groupsOfTheLimitedListTheirAreas() {
        var lee = steward(null);

        assertThat(post(lee, "only-listed", List.of(), List.of())).isEqualTo(403);
        assertThat(post(lee, "exceptions", List.of(), List.of(allow("cockpit/Users", "read"))))
                .isEqualTo(403);
        var own = make(lee, "only-listed", List.of(), List.of(allow("cockpit/Users", "read")));
        assertThat(lee.patch("/api/v1/groups/" + own, Map.of("rules", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(lee.patch("/api/v1/groups/" + own, Map.of("mode", "exceptions"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void changesByTheLimitedAreJudgedByWhatTheyNewlyOpen() {
        var lee = steward(null);
        var wide = make(ada, List.of(allow("cockpit/Partners", ALL.toArray(String[]::new))));
        var path = "/api/v1/groups/" + wide;

        assertThat(lee.patch(path, Map.of("name", fresh("Renamed"))).status()).isEqualTo(200);
        assertThat(lee.patch(path, Map.of("rules", List.of(allow("cockpit/Partners", "read"))))
                        .status())
                .isEqualTo(200);
        assertThat(lee.patch(path, Map.of("rules", List.of(allow("cockpit/Partners", "read", "update"))))
                        .status())
                .isEqualTo(403);
        assertThat(lee.patch(
                                path,
                                Map.of(
                                        "rules",
                                        List.of(allow("cockpit/Partners", "read"), allow("cockpit/Users", "read"))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void limitedAdministratorLiftsNoDenyOnWhatHeLacks() {
        var lee = steward(null);
        var group = make(ada, List.of(allow("cockpit/Partners", "read"), deny("cockpit/Partners", "read")));

        var lifted = lee.patch("/api/v1/groups/" + group, Map.of("rules", List.of(allow("cockpit/Partners", "read"))));

        assertThat(lifted.status()).as(lifted.body()).isEqualTo(403);
    }

    @Test
    void administratorWithAResellerChangesNoGroup() {
        var rae = steward(Cast.NORTHWIND);
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        var path = "/api/v1/groups/" + group;

        assertThat(rae.get(path).status()).isEqualTo(200);
        assertThat(post(rae, "only-listed", List.of(), List.of(allow("cockpit/Users", "read"))))
                .isEqualTo(403);
        assertThat(rae.patch(path, Map.of("name", fresh("Theirs"))).status()).isEqualTo(403);
        assertThat(rae.delete(path).status()).isEqualTo(403);
        assertThat(rae.get("/groups/" + group).body()).contains("do not create, change or delete groups");
    }

    @Test
    void administratorWithAResellerCountsOnlyHisOwnUsers() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.NORMAL, null, group);
        var own = Limited.person(panel, cast, Role.ADMINISTRATOR, Cast.NORTHWIND, group);
        var rae = steward(Cast.NORTHWIND);

        assertThat(rae.get("/api/v1/groups/" + group).json().path("members").asInt())
                .isEqualTo(1);
        assertThat(rae.get("/groups/" + group).body()).contains("One member");
        assertThat(rae.get("/groups/" + group + "/members").body()).contains(own.name());
    }

    @Test
    void nobodyDeletesTheirOwnGroup() {
        var groups = make(
                ada,
                List.of(
                        allow("cockpit/Groups", ALL.toArray(String[]::new)),
                        allow("cockpit/Users", ALL.toArray(String[]::new))));
        var other = make(ada, List.of(allow("cockpit/Groups", "read")));
        var lee = Limited.administrator(panel, cast, null, groups);

        var refused = lee.delete("/api/v1/groups/" + groups + "?moveMembersTo=" + other);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("nobody changes their own groups");
    }

    @Test
    void limitedAdministratorFreesNobodyAndMovesNobodyAboveHimself() {
        var lee = steward(null);
        var small = make(ada, List.of(allow("cockpit/Users", "read")));
        var large = make(ada, List.of(allow("cockpit/Partners", "read")));
        Limited.person(panel, cast, Role.ADMINISTRATOR, null, small);
        var path = "/api/v1/groups/" + small;

        assertThat(lee.delete(path + "?moveMembersTo=none").status()).isEqualTo(403);
        assertThat(lee.delete(path + "?moveMembersTo=" + large).status()).isEqualTo(403);
        var fitting = make(ada, List.of(allow("cockpit/Users", "read", "update")));
        var moved = lee.delete(path + "?moveMembersTo=" + fitting);
        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
    }

    /** An Administrator who may do everything with groups, and create, read and update users. */
    private Visitor steward(@Nullable String reseller) {
        var group = make(
                ada,
                List.of(
                        allow("cockpit/Groups", ALL.toArray(String[]::new)),
                        allow("cockpit/Users", "create", "read", "update")));
        return Limited.administrator(panel, cast, reseller, group);
    }

    private static int post(Visitor by, String mode, List<String> defaults, List<Map<String, ?>> rules) {
        return by.post(
                        "/api/v1/groups",
                        Map.of("name", fresh("Try"), "mode", mode, "defaultAccess", defaults, "rules", rules))
                .status();
    }
}
