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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing opens by accident. */
@PanelTest
class GroupConsequencesTests {
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
    void removingTheLastRuleAsksBecauseTheDefaultsReturn() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.NORMAL, null, group);

        var asked = patch(group, Map.of("rules", List.of()));

        assertThat(asked.status()).as(asked.body()).isEqualTo(409);
        var difference = asked.json().path("difference");
        assertThat(difference.path("members").asInt()).isEqualTo(1);
        assertThat(opened(asked)).contains("cockpit/Groups [create, read, update, delete] default");
        assertThat(opened(asked)).contains("cockpit/Users [create, update, delete] default");
        assertThat(opened(asked)).noneMatch(line -> line.contains("Oneself"));
        assertThat(asked.json().path("detail").asString())
                .contains("default access counts again")
                .contains("1 member");
        assertThat(ada.get("/api/v1/groups/" + group).json().path("rules").size())
                .isOne();

        var confirmed = ada.patch(
                "/api/v1/groups/" + group + "?confirm="
                        + asked.json().path("confirm").asString(),
                Map.of("rules", List.of()));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().path("rules").isEmpty()).isTrue();
    }

    @Test
    void tokenFitsNoOtherConsequenceNorALaterRevision() {
        var group = make(ada, List.of(allow("cockpit/Users", "read"), deny("cockpit/Groups", "read")));
        var other = make(ada, List.of(allow("cockpit/Users", "read")));
        var token = patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read"))))
                .json()
                .path("confirm")
                .asString();

        assertThat(ada.patch("/api/v1/groups/" + group + "?confirm=" + token, Map.of("rules", List.of()))
                        .status())
                .isEqualTo(409);
        assertThat(ada.patch("/api/v1/groups/" + other + "?confirm=" + token, Map.of("rules", List.of()))
                        .status())
                .isEqualTo(409);
        ada.post("/api/v1/groups", Map.of("name", fresh("Between")));
        var stale = ada.patch(
                "/api/v1/groups/" + group + "?confirm=" + token,
                Map.of("rules", List.of(allow("cockpit/Users", "read"))));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("confirm").asString()).isNotEqualTo(token);
    }

    @Test
    void lastRuleOfAGroupWithoutDefaultsGoesUnasked() {
        var group = make(ada, "only-listed", List.of(), List.of(allow("cockpit/Users", "read")));

        assertThat(patch(group, Map.of("rules", List.of())).status()).isEqualTo(200);
    }

    @Test
    void removingOrNarrowingADenyAsks() {
        var group =
                make(ada, List.of(allow("cockpit/Users", "read", "update"), deny("cockpit/Users", "update", "delete")));

        var narrowed = patch(
                group,
                Map.of("rules", List.of(allow("cockpit/Users", "read", "update"), deny("cockpit/Users", "delete"))));
        assertThat(narrowed.status()).isEqualTo(409);
        assertThat(opened(narrowed)).containsExactly("cockpit/Users [update] deny");

        var removed = patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read", "update"))));
        assertThat(removed.status()).isEqualTo(409);
        assertThat(opened(removed)).containsExactly("cockpit/Users [update, delete] deny");
        assertThat(removed.json().path("detail").asString()).contains("denied no more");
    }

    @Test
    void turningADenyIntoAnAllowAsks() {
        var group = make(ada, List.of(deny("cockpit/Users", "read"), allow("cockpit/Groups", "read")));

        var turned =
                patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read"), allow("cockpit/Groups", "read"))));

        assertThat(opened(turned)).containsExactly("cockpit/Users [read] deny");
    }

    @Test
    void turningTheModeAsksOnlyWhenItOpens() {
        var closed = make(ada, List.of(allow("cockpit/Users", "read")));
        var opening = patch(closed, Map.of("mode", "exceptions"));
        assertThat(opening.status()).isEqualTo(409);
        assertThat(opening.json().path("detail").asString()).contains("In this mode");
        assertThat(opened(opening)).contains("cockpit/Partners [create, read, update, delete] default");

        var open = make(ada, "exceptions", ALL, List.of(allow("cockpit/Users", "read")));
        assertThat(patch(open, Map.of("mode", "only-listed")).status()).isEqualTo(200);
    }

    @Test
    void whatIsSaidPlainlyGoesUnasked() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        assertThat(patch(
                                group,
                                Map.of(
                                        "rules",
                                        List.of(
                                                allow("cockpit/Users", ALL.toArray(String[]::new)),
                                                allow("cockpit/Groups", "read"))))
                        .status())
                .isEqualTo(200);

        var wide = make(ada, "exceptions", List.of("read"), List.of());
        assertThat(patch(wide, Map.of("defaultAccess", ALL)).status()).isEqualTo(200);

        var plain = make(ada, List.of());
        assertThat(patch(plain, Map.of("rules", List.of(allow("cockpit/Users", "read"))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletingAGroupWithoutMembersGoesUnasked() {
        var group = make(ada, List.of(deny("cockpit/Users", "read")));

        assertThat(ada.delete("/api/v1/groups/" + group).status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/groups/" + group).status()).isEqualTo(404);
    }

    @Test
    void membersOfADeletedGroupMustBeToldWhereToGo() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        var member = Limited.person(panel, cast, Role.NORMAL, null, group);
        var other = make(ada, List.of(allow("cockpit/Groups", "read")));
        var path = "/api/v1/groups/" + group;

        var silent = ada.delete(path);
        assertThat(silent.status()).isEqualTo(409);
        assertThat(silent.json().path("detail").asString()).contains("moveMembersTo");
        assertThat(ada.delete(path + "?moveMembersTo=" + group).status()).isEqualTo(422);
        assertThat(ada.delete(path + "?moveMembersTo=nobody").status()).isEqualTo(422);
        assertThat(ada.delete(path + "?moveMembersTo=" + make(panel.as(cast.sven), List.of()))
                        .status())
                .isEqualTo(422);

        assertThat(ada.delete(path + "?moveMembersTo=" + other).status()).isEqualTo(204);
        assertThat(groupsOf(member.id().toString())).containsExactly(other);
    }

    @Test
    void endingInNoGroupIsConfirmed() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        var second = make(ada, List.of(allow("cockpit/Groups", "read")));
        var alone = Limited.person(panel, cast, Role.NORMAL, null, group);
        Limited.person(panel, cast, Role.NORMAL, null, group, second);
        var path = "/api/v1/groups/" + group + "?moveMembersTo=none";

        var asked = ada.delete(path);

        assertThat(asked.status()).isEqualTo(409);
        var difference = asked.json().path("difference");
        assertThat(difference.path("members").asInt()).isEqualTo(2);
        assertThat(difference.path("withoutGroup").asInt()).isEqualTo(1);
        assertThat(difference.path("first").get(0).asString()).isEqualTo(alone.name());
        var token = asked.json().path("confirm").asString();
        assertThat(ada.delete(path + "&confirm=" + token).status()).isEqualTo(204);
        assertThat(groupsOf(alone.id().toString())).isEmpty();
    }

    @Test
    void deniesThatEndWithADeletedGroupAreConfirmed() {
        var group = make(ada, List.of(deny("cockpit/Users", "read")));
        var second = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.NORMAL, null, group, second);

        var asked = ada.delete("/api/v1/groups/" + group + "?moveMembersTo=none");

        assertThat(asked.status()).isEqualTo(409);
        assertThat(opened(asked)).containsExactly("cockpit/Users [read] deny");
        assertThat(asked.json().path("difference").path("withoutGroup").asInt()).isZero();
    }

    @Test
    void resellersUserIsNeverLeftWithoutAGroup() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.ADMINISTRATOR, Cast.NORTHWIND, group);

        var refused = ada.delete("/api/v1/groups/" + group + "?moveMembersTo=none");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().has("confirm")).isFalse();
        assertThat(refused.json().path("detail").asString()).contains("always in a group");
    }

    private Answer patch(String group, Map<String, ?> fields) {
        return ada.patch("/api/v1/groups/" + group, fields);
    }

    private List<String> groupsOf(String user) {
        return ada.get("/api/v1/users/" + user)
                .json()
                .path("groups")
                .valueStream()
                .map(group -> group.isObject() ? group.path("id").asString() : group.asString())
                .toList();
    }

    private static List<String> opened(Answer asked) {
        return asked.json()
                .path("difference")
                .path("opens")
                .valueStream()
                .map(opening -> opening.path("area").asString() + " "
                        + opening.path("access")
                                .valueStream()
                                .map(word -> word.asString())
                                .toList()
                        + " " + opening.path("because").asString())
                .toList();
    }
}
