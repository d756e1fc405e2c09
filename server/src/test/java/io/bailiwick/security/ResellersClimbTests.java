package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A reseller's Administrator trying to climb: Rita, of the reseller North, whose group lets her look after users, groups and
 * partners. Each attempt is refused with a reason that she can read, and nothing has moved afterwards.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResellersClimbTests {
    private static final String BEYOND = "That reaches beyond your own rights: ";
    private static final String MAY_MORE = "This user may do more than you: ";
    private static final String NOT_THERE = "There is no such ";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    private Town.Quarter here;
    private Visitor mayor;
    private Visitor rita;
    private String ritas;
    private String office;
    private String wide;
    private String nils;
    private String susi;
    private String simo;
    private Map<String, Set<String>> before;

    @BeforeAll
    void settle() {
        here = town.quarter("Resellers climb");
        mayor = panel.signIn(here.mayor());
        office = group("Office", "cockpit/Users", "cockpit/Groups", "cockpit/Partners");
        wide = group("Wide", "cockpit/Users", "cockpit/Explain", "shop/Orders");
        ritas = add("Rita North", Role.ADMINISTRATOR, Traits.NONE.in(office).of("north"))
                .id()
                .toString();
        nils = add("Nils North", Role.NORMAL, Traits.sees("all").in(office).of("north"))
                .id()
                .toString();
        susi = add("Susi North", Role.ADMINISTRATOR, Traits.NONE.in(wide).of("north"))
                .id()
                .toString();
        simo = add("Simo South", Role.NORMAL, Traits.sees("all").in(office).of("south"))
                .id()
                .toString();
        rita = panel.signIn(new Person(
                new io.bailiwick.kernel.UserId(java.util.UUID.fromString(ritas)),
                here.account(),
                "rita.north@town.example",
                "Rita North",
                Role.ADMINISTRATOR,
                Town.PASSWORD));
        before = rows();
    }

    @AfterAll
    void nothingHasMoved() {
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Set<String>> rows() {
        var rows = new Borders(jdbc).rows(here.account().id().value(), Set.of());
        rows.keySet()
                .retainAll(Set.of("users", "memberships", "user_partners", "groups", "rules", "partners", "areas"));
        return rows;
    }

    @Test
    void sheJoinsNoBiggerGroupAndChangesNothingOfHerself() {
        var own = "/api/v1/users/" + ritas;
        var reason = "Nobody changes their own role, groups, permissions, data access, reseller or status";
        refused(rita.patch(own, Map.of("groups", List.of(wide))), 409, reason);
        refused(rita.patch(own, Map.of("groups", List.of(office, wide))), 409, reason);
        refused(rita.patch(own, Map.of("groups", List.of())), 409, reason);
        refused(rita.patch(own, Map.of("permissions", List.of("integration-configuration"))), 409, reason);
        refused(rita.patch(own, nothing("reseller")), 409, reason);
        refused(rita.patch(own, Map.of("status", "disabled")), 409, reason);
        refused(rita.patch(own, Map.of("network", List.of("127.0.0.1"))), 403, "changes the own allow-list");
        refused(rita.delete(own), 409, "Nobody deletes themselves");
        refused(rita.put(own + "/password", Map.of("password", Town.PASSWORD)), 409, "asks for the current one");
    }

    @Test
    void sheGivesNobodyMoreThanSheHas() {
        var his = "/api/v1/users/" + nils;
        refused(rita.patch(his, Map.of("groups", List.of(wide))), 403, BEYOND);
        refused(rita.patch(his, Map.of("groups", List.of(office, wide))), 403, BEYOND);
        refused(rita.patch(his, Map.of("groups", List.of())), 403, BEYOND);
        refused(rita.patch(his, Map.of("role", "administrator", "groups", List.of(wide))), 403, BEYOND);
        refused(rita.post("/api/v1/users", user("x", "normal", List.of(wide))), 403, BEYOND);
        refused(rita.post("/api/v1/users", user("y", "normal", List.of())), 403, "Put the user into a group");
    }

    @Test
    void sheInvitesNobodyWithMoreThanSheHas() {
        refused(rita.post("/api/v1/invitations", invitation(List.of(wide), "north")), 403, BEYOND);
        refused(rita.post("/api/v1/invitations", invitation(List.of(), "north")), 403, "Put the user into a group");
        refused(rita.post("/api/v1/invitations", invitation(List.of(office), "south")), 422, "There is no reseller");
    }

    @Test
    void sheTakesOverNobodyWhoMayMore() {
        var hers = "/api/v1/users/" + susi;
        assertThat(rita.get(hers).status()).as("in her sight").isEqualTo(200);
        refused(rita.put(hers + "/password", Map.of("password", Town.PASSWORD, "mustChange", false)), 403, MAY_MORE);
        refused(rita.patch(hers, Map.of("email", "mine@town.example")), 403, MAY_MORE);
        refused(rita.patch(hers, Map.of("groups", List.of(office))), 403, MAY_MORE);
        refused(rita.patch(hers, Map.of("network", List.of("127.0.0.1"))), 403, MAY_MORE);
        refused(rita.patch(hers, Map.of("status", "disabled")), 403, MAY_MORE);
        refused(rita.delete(hers), 403, MAY_MORE);
        refused(rita.delete(hers + "/sessions"), 403, MAY_MORE);
        refused(rita.post("/api/v1/users/delete", Map.of("ids", List.of(susi))), 409, MAY_MORE);
    }

    @Test
    void whoIsOfAnotherResellerIsNotThere() {
        for (var path :
                List.of("/api/v1/users/" + simo, "/api/v1/users/" + here.mayor().id())) {
            refused(rita.get(path), 404, NOT_THERE + "user");
            refused(rita.patch(path, Map.of("name", "Mine")), 404, NOT_THERE + "user");
            refused(rita.put(path + "/password", Map.of("password", Town.PASSWORD)), 404, NOT_THERE + "user");
            refused(rita.get(path + "/access"), 404, NOT_THERE + "user");
            refused(rita.get("/api/v1/users/" + nils + "/compare?with=" + path.substring(14)), 404, NOT_THERE + "user");
            refused(rita.delete(path), 404, NOT_THERE + "user");
        }
    }

    @Test
    void nobodyIsMovedOverTheBorder() {
        refused(rita.patch("/api/v1/users/" + nils, Map.of("reseller", "south")), 422, "There is no reseller `south`.");
        refused(rita.patch("/api/v1/users/" + nils, nothing("reseller")), 403, BEYOND);
        refused(
                rita.patch("/api/v1/partners/initech", Map.of("reseller", "south")),
                403,
                "Only an unrestricted Administrator sets a partner's reseller.");
        refused(
                rita.patch("/api/v1/partners/initech", nothing("reseller")),
                403,
                "Only an unrestricted Administrator sets a partner's reseller.");
        refused(rita.patch("/api/v1/partners/hooli", Map.of("name", "Mine")), 404, NOT_THERE + "partner");
        refused(
                rita.patch(
                        "/api/v1/users/" + nils,
                        Map.of("dataAccess", Map.of("mode", "selected", "partners", List.of("hooli")))),
                422,
                "There is no partner `hooli`.");
    }

    @Test
    void sheMakesNoGroupAndChangesNone() {
        var reason = "put people into groups, but do not create, change or delete groups.";
        refused(rita.post("/api/v1/groups", Map.of("name", "Mine")), 403, reason);
        refused(rita.post("/api/v1/groups/default-reseller", Map.of()), 403, reason);
        refused(rita.patch("/api/v1/groups/" + office, Map.of("mode", "exceptions")), 403, reason);
        refused(rita.patch("/api/v1/groups/" + office, Map.of("rules", List.of())), 403, reason);
        refused(rita.delete("/api/v1/groups/" + wide + "?moveMembersTo=none"), 403, reason);
    }

    @Test
    void whatIsAboutTheWholeAccountIsClosed() {
        var reason = "is closed to whoever has a reseller";
        refused(rita.post("/api/v1/resellers", Map.of("name", "Mine", "key", "mine")), 403, reason);
        refused(rita.get("/api/v1/areas"), 403, reason);
        refused(rita.patch("/api/v1/areas/" + here.ids().get("areas"), Map.of("gate", "open")), 403, reason);
        refused(rita.post("/api/v1/applications", Map.of("name", "Mine", "key", "mine")), 403, reason);
        refused(rita.get("/api/v1/mail"), 403, reason);
    }

    private static void refused(Visitor.Answer answer, int status, String reason) {
        var said = answer.body();
        assertThat(answer.status())
                .as(answer.response().request().method() + " "
                        + answer.response().uri().getPath() + " " + said)
                .isEqualTo(status);
        assertThat(said).contains(reason);
    }

    private Person add(String name, Role role, Traits traits) {
        return town.add(here, name, role, traits);
    }

    private String group(String name, String... areas) {
        var rules = new ArrayList<Map<String, Object>>();
        for (var area : areas) {
            rules.add(Map.of("area", area, "access", List.of("create", "read", "update", "delete"), "effect", "allow"));
        }
        var answer = mayor.post("/api/v1/groups", Map.of("name", name, "rules", rules));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static Map<String, Object> user(String name, String role, List<String> groups) {
        return Map.of(
                "email",
                name + "@climbing.example",
                "name",
                name,
                "password",
                Town.PASSWORD,
                "role",
                role,
                "groups",
                groups);
    }

    private static Map<String, Object> invitation(List<String> groups, String reseller) {
        return Map.of(
                "emails",
                List.of("guest@climbing.example"),
                "role",
                "normal",
                "dataAccess",
                Map.of("mode", "none", "partners", List.of()),
                "groups",
                groups,
                "reseller",
                reseller);
    }

    private static Map<String, @Nullable Object> nothing(String field) {
        var body = new HashMap<String, @Nullable Object>();
        body.put(field, null);
        return body;
    }
}
