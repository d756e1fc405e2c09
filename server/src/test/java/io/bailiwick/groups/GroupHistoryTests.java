package io.bailiwick.groups;

import static io.bailiwick.groups.GroupForms.allow;
import static io.bailiwick.groups.GroupForms.deny;
import static io.bailiwick.groups.GroupForms.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history of a group, and undoing one change of it. */
@PanelTest
class GroupHistoryTests {
    private static final Pattern CHANGE = Pattern.compile("/undo\\?change=([0-9a-f-]{36})\"");

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
    void everyChangeIsToldInWords() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read", "update"), deny("cockpit/Groups"))));

        var page = ada.get("/groups/" + group + "/history").body();

        assertThat(page)
                .contains("Allow <code><bdi>cockpit/Users</bdi></code>", "<bdi>Read</bdi>", "<bdi>Read, Update</bdi>")
                .contains("Deny <code><bdi>cockpit/Groups</bdi></code>", "<bdi>No action</bdi>")
                .contains("Created", "by Ada Lovelace");
        assertThat(changes(group)).as("making it is not undone here").hasSize(1);
    }

    @Test
    void oneChangeIsUndoneAndWhatCameAfterStays() {
        var group = make(ada, "exceptions", List.of("read"), List.of(allow("cockpit/Users", "read")));
        var widened = List.of(allow("cockpit/Users", "read", "update"), deny("cockpit/Groups", "delete"));
        patch(group, Map.of("rules", widened, "defaultAccess", List.of("read", "create")));
        var later = List.of(
                allow("cockpit/Users", "read", "update", "delete"),
                deny("cockpit/Groups", "delete", "update"),
                allow("cockpit/Partners", "read"));
        patch(group, Map.of("rules", later));
        var change = "/groups/" + group + "/undo?change=" + changes(group).getLast();

        var review = ada.get(change);
        assertThat(review.status()).as(review.body()).isEqualTo(200);
        assertThat(review.body())
                .contains("Undo this change of")
                .contains("This opens more than it says", "cockpit/Groups: Delete is denied no more");
        assertThat(version(group)).isEqualTo(3);

        var undone = ada.form(change.substring(0, change.indexOf('?')), fields(review.body()));
        assertThat(undone.status()).as(undone.body()).isEqualTo(303);
        var now = ada.get("/api/v1/groups/" + group).json();
        assertThat(now.path("defaultAccess").toString()).isEqualTo("[\"read\"]");
        assertThat(now.path("rules").path(0).path("access").toString()).isEqualTo("[\"read\",\"delete\"]");
        assertThat(now.path("rules").path(1).path("access").toString()).isEqualTo("[\"update\"]");
        assertThat(now.path("rules").size()).isEqualTo(3);

        var again = ada.get(change);
        assertThat(again.header("Location")).isEqualTo("/groups/" + group + "/history");
        assertThat(ada.get(again.header("Location")).body()).contains("There is nothing left to undo");
    }

    @Test
    void whatFitsNoMoreIsTold() {
        var group = make(ada, List.of(allow("cockpit/Users", "read", "update"), allow("cockpit/Groups", "read")));
        patch(group, Map.of("name", GroupForms.fresh("Once"), "rules", List.of(allow("cockpit/Users", "read"))));
        patch(group, Map.of("name", GroupForms.fresh("Twice"), "rules", List.of(allow("cockpit/Partners", "read"))));

        var review =
                ada.get("/groups/" + group + "/undo?change=" + changes(group).getLast());

        assertThat(review.body())
                .contains("The name stays: somebody renamed the group since.")
                .contains("stays away: somebody took the rule out since.")
                .contains("Allow <code><bdi>cockpit/Groups</bdi></code>");
    }

    @Test
    void undoingIsAskedAnewWhenSomebodySavedMeanwhile() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read", "update"))));
        var change = "/groups/" + group + "/undo?change=" + changes(group).getLast();
        var seen = fields(ada.get(change).body());
        patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read", "update", "delete"))));

        var late = ada.form(change.substring(0, change.indexOf('?')), seen);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("name=\"version\" value=\"3\"");
    }

    @Test
    void whatExceedsALimitedAdministratorIsNotUndoneByHim() {
        var own = make(
                ada,
                List.of(
                        allow("cockpit/Groups", GroupForms.ALL.toArray(String[]::new)),
                        allow("cockpit/Users", "read")));
        var group = make(ada, List.of(allow("cockpit/Users", "read", "delete")));
        patch(group, Map.of("rules", List.of(allow("cockpit/Users", "read"))));
        var lee = Limited.administrator(panel, cast, null, own);

        var refused =
                lee.get("/groups/" + group + "/undo?change=" + changes(group).getLast());
        assertThat(refused.header("Location")).isEqualTo("/groups/" + group + "/history");
        assertThat(lee.get(refused.header("Location")).body()).contains("This opens what is not open to you");
    }

    @Test
    void changesOfOtherGroupsAreNotThere() {
        var one = make(ada, List.of(allow("cockpit/Users", "read")));
        var other = make(ada, List.of(allow("cockpit/Users", "read")));
        patch(one, Map.of("rules", List.of()));
        patch(one, Map.of("rules", List.of(allow("cockpit/Groups", "read"))));

        assertThat(ada.get("/groups/" + other + "/undo?change=" + changes(one).getLast())
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/groups/" + one + "/undo?change=x").status()).isEqualTo(404);
    }

    private void patch(String group, Map<String, ?> fields) {
        var answer = ada.patch("/api/v1/groups/" + group, fields);
        if (answer.status() == 409) {
            var token = answer.json()
                    .path("confirm")
                    .asString(answer.json().path("token").asString());
            answer = ada.patch("/api/v1/groups/" + group + "?confirm=" + token, fields);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private int version(String group) {
        return ada.get("/api/v1/groups/" + group).json().path("version").asInt();
    }

    private List<String> changes(String group) {
        return CHANGE.matcher(ada.get("/groups/" + group + "/history").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Map<String, String> fields(String page) {
        var form = page.substring(page.lastIndexOf("<form class=\"row\""));
        var fields = new HashMap<String, String>();
        Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(form.substring(0, form.indexOf("</form>")))
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }
}
