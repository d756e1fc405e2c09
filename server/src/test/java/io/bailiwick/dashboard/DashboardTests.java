package io.bailiwick.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which parts there are for whom, and what Administrators see of people. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTests {
    private static final String PATH = "/api/v1/dashboard";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Groups groups;

    private Quarter here;
    private Visitor mayor;

    @BeforeAll
    void settle() {
        here = town.quarter("Observed");
        mayor = panel.signIn(here.mayor());
    }

    @Test
    void aPartIsThereForWhoeverMayReadItsArea() {
        var plain = visitor("Norma Plain", Role.NORMAL, Traits.sees("all"));
        var permitted =
                visitor("Norma Permitted", Role.NORMAL, Traits.sees("all").may("jobs", "issue-comments"));
        var listed = visitor("Norma Listed", Role.NORMAL, Traits.sees("all").in(group("Only it", "cockpit/Dashboard")));

        assertThat(parts(plain)).containsExactly("messages", "endpoints");
        assertThat(parts(permitted)).containsExactly("messages", "endpoints", "openIssues", "jobs");
        assertThat(parts(listed)).isEmpty();
        assertThat(parts(mayor))
                .containsExactly(
                        "messages", "endpoints", "openIssues", "jobs", "signIns", "refusals", "openInvitations");
        assertThat(listed.get("/dashboard").status()).isEqualTo(200);
        assertThat(listed.get("/").header("Location")).isEqualTo("/dashboard");
        assertThat(mayor.get(PATH + "?period=1h").status()).isEqualTo(400);
    }

    @Test
    void administratorsSeeNumbersOfThePeopleWhomTheySee() {
        var group = group("North's desk", "cockpit/Dashboard", "cockpit/Users", "cockpit/Explain");
        var north = town.add(
                here, "Ned North", Role.ADMINISTRATOR, Traits.NONE.in(group).of("north"));
        var south = town.add(
                here, "Sue South", Role.ADMINISTRATOR, Traits.NONE.in(group).of("south"));
        var before = mayor.get(PATH).json();
        var ned = panel.signIn(north);
        var sue = panel.signIn(south);
        assertThat(panel.visitor()
                        .post(
                                "/api/v1/session",
                                Map.of(
                                        "account",
                                        here.account().shortId(),
                                        "email",
                                        south.email(),
                                        "password",
                                        "wrong"))
                        .status())
                .isEqualTo(401);
        assertThat(sue.get("/api/v1/areas").status()).isEqualTo(403);
        invite("sam@south.example", "south", group);
        invite("sid@south.example", "south", group);
        invite("nat@north.example", "north", group);

        var ofNed = ned.get(PATH).json();
        assertThat(signIns(ofNed)).isEqualTo("1 0");
        assertThat(ofNed.path("openInvitations").path("number").asInt()).isEqualTo(1);
        assertThat(ofNed.path("refusals")).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(sue.get(PATH).json().path("refusals"))
                        .hasToString("[{\"gate\":\"role\",\"number\":1}]"));
        var ofSue = sue.get(PATH).json();
        assertThat(signIns(ofSue)).isEqualTo("1 1");
        assertThat(ofSue.path("openInvitations").path("number").asInt()).isEqualTo(2);
        assertThat(ned.get(PATH).json().path("refusals")).isEmpty();
        var after = mayor.get(PATH).json();
        assertThat(after.path("signIns").path("opened").asInt()
                        - before.path("signIns").path("opened").asInt())
                .isGreaterThanOrEqualTo(2);
        assertThat(after.path("openInvitations").path("number").asInt()).isEqualTo(3);
        assertThat(after.path("refusals").toString()).contains("role");
        assertThat(ned.get("/dashboard").body()).contains("Sign-ins", "Nothing in this period.");
    }

    @Test
    void whoHasNoMessagesYetIsToldWhatToDo() {
        assertThat(mayor.get("/dashboard").body())
                .contains("Nothing has come in yet", "href=\"/partners\"", "href=\"/engine\"")
                .doesNotContain("canvas data-of=\"of-by-time\"");
        var blind = visitor("Norma Blind", Role.NORMAL, Traits.sees("none"));
        assertThat(blind.get("/dashboard").body())
                .contains("ask an administrator")
                .doesNotContain("href=\"/partners\"");
    }

    private static String signIns(JsonNode dashboard) {
        var inSteps = new int[2];
        dashboard.path("signIns").path("steps").forEach(step -> {
            inSteps[0] += step.path("opened").asInt();
            inSteps[1] += step.path("refused").asInt();
        });
        var sums = dashboard.path("signIns").path("opened").asInt() + " "
                + dashboard.path("signIns").path("refused").asInt();
        assertThat(inSteps[0] + " " + inSteps[1]).isEqualTo(sums);
        return sums;
    }

    private void invite(String email, String reseller, String group) {
        var answer = mayor.post(
                "/api/v1/invitations",
                Map.of(
                        "emails", List.of(email),
                        "role", "normal",
                        "dataAccess", Map.of("mode", "none"),
                        "groups", List.of(group),
                        "reseller", reseller));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private String group(String name, String... areas) {
        var rules = List.of(areas).stream()
                .map(area -> new RuleForm(area, List.of("read"), "allow"))
                .toList();
        return groups.create(Actor.server(here.account().id()), new GroupForm(name, "only-listed", List.of(), rules))
                .value()
                .toString();
    }

    private Visitor visitor(String name, Role role, Traits traits) {
        return panel.signIn(town.add(here, name, role, traits));
    }

    private static List<String> parts(Visitor visitor) {
        var answer = visitor.get(PATH);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return List.copyOf(answer.json().propertyNames()).stream()
                .filter(name -> !List.of("period", "from", "to").contains(name))
                .toList();
    }
}
