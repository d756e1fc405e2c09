package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.invitations.Post;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A limited Administrator who tries calls at random for long: in the end nobody may do more than he, except those who
 * could before and are as they were. 600 calls for each of two, 10,000 with {@code -Dbailiwick.deep}.
 */
@PanelTest
class ClimbingWalkTests {
    private static final int CALLS = Boolean.getBoolean("bailiwick.deep") ? 10_000 : 600;
    private static final List<String> WORDS = List.of("create", "read", "update", "delete");
    private static final List<String> AREAS =
            List.of("shop/Orders", "cockpit/Users", "cockpit/Groups", "cockpit/Partners", "cockpit/Resellers");
    private static final List<String> METHODS = List.of("POST", "GET", "PATCH", "DELETE");
    private static final Map<String, List<String>> PROBES = Map.of(
            "shop", List.of("/orders"),
            "cockpit",
                    List.of(
                            "/api/v1/users/1",
                            "/api/v1/groups/1",
                            "/api/v1/partners/1",
                            "/api/v1/resellers/1",
                            "/api/v1/areas/1",
                            "/api/v1/explain"));

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @Test
    void aLimitedAdministratorNeverClimbs() {
        walk("Walk", Traits.NONE, 1);
    }

    @Test
    void aResellersAdministratorNeverClimbs() {
        walk("Walk North", Traits.NONE.of("north"), 2);
    }

    private void walk(String name, Traits traits, long seed) {
        var here = town.quarter(name);
        var mayor = panel.signIn(here.mayor());
        var post = new Post(jdbc, json, here.account().id());
        var walk = new Walk(new Random(seed), mayor, panel.visitor(), post);
        var office = walk.made("own", mayor.post("/api/v1/groups", Map.of("name", "Office", "rules", office())));
        var wide = walk.made("beyond", mayor.post("/api/v1/groups", Map.of("name", "Wide", "rules", wide())));
        var actor = town.add(here, "Clara Clerk", Role.ADMINISTRATOR, traits.in(office));
        var people = List.of(
                actor,
                here.mayor(),
                town.add(here, "Susi Superior", Role.ADMINISTRATOR, Traits.NONE.in(wide)),
                town.add(
                        here,
                        "Simo South",
                        Role.NORMAL,
                        Traits.sees("all").in(office).of("south")),
                town.add(
                        here,
                        "Nils North",
                        Role.NORMAL,
                        Traits.sees("all").in(office).of("north")),
                town.add(
                        here,
                        "Erik Equal",
                        Role.NORMAL,
                        Traits.sees("selected", "acme").in(office)));
        people.forEach(person -> walk.users.add(person.id().toString()));
        var own = walk.rights(actor.email());
        var above = people.stream()
                .filter(person -> !own.keySet().containsAll(allowed(walk, person)) || hidden(traits, person))
                .toList();
        var before = above.stream().collect(Collectors.toMap(Person::email, person -> fields(mayor, person)));

        var session = panel.signIn(actor);
        for (int call = 0; call < CALLS; call++) {
            walk.step(session);
        }

        assertThat(walk.done).as("calls that went through").isGreaterThan(CALLS / 50);
        above.forEach(person -> assertThat(fields(mayor, person)).isEqualTo(before.get(person.email())));
        var names = above.stream().map(Person::email).toList();
        for (var user : mayor.get("/api/v1/users?limit=500").json().path("items")) {
            var email = user.path("email").asString();
            if (!names.contains(email) && user.path("status").asString().equals("active")) {
                assertThat(own.keySet())
                        .as("seed " + seed + ": " + user)
                        .containsAll(walk.rights(email).keySet());
                if (traits.reseller() != null
                        && user.path("createdBy")
                                .path("id")
                                .asString("")
                                .equals(actor.id().toString())) {
                    assertThat(user.path("reseller").toString()).contains("north");
                }
            }
        }
        assertThat(mayor.get("/api/v1/resellers").json().path("total").asInt()).isEqualTo(2);
        if (traits.reseller() != null) {
            assertThat(mayor.get("/api/v1/partners/hooli").body()).contains("Hooli", "south");
        }
    }

    private static List<String> allowed(Walk walk, Person person) {
        return List.copyOf(walk.rights(person.email()).keySet());
    }

    private static boolean hidden(Traits actor, Person person) {
        return actor.reseller() != null
                && !person.name().contains("North")
                && !person.name().startsWith("Clara");
    }

    private static Map<String, JsonNode> fields(Visitor mayor, Person person) {
        var fields = new TreeMap<String, JsonNode>();
        mayor.get("/api/v1/users/" + person.id())
                .json()
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.remove("lastSignInAt");
        return fields;
    }

    private static List<Map<String, Object>> office() {
        return List.of(
                rule("cockpit/Users", WORDS),
                rule("cockpit/Groups", WORDS),
                rule("cockpit/Partners", List.of("create", "read", "update")),
                rule("shop/Orders", List.of("read")));
    }

    private static List<Map<String, Object>> wide() {
        return List.of(rule("shop/Orders", WORDS), rule("cockpit/Users", WORDS));
    }

    private static Map<String, Object> rule(String area, List<String> access) {
        return Map.of("area", area, "access", access, "effect", "allow");
    }

    /** Calls at random, about whatever is known by now. */
    private static final class Walk {
        private final Random random;
        private final Visitor mayor;
        private final List<String> users = new ArrayList<>();
        private final List<String> groups = new ArrayList<>();
        /** The actor's own group: to put others into, not to change, or he would soon have shut himself out. */
        private final List<String> own = new ArrayList<>();

        /** A group of somebody who may more: to put others into; taking from it is no climbing. */
        private final List<String> beyond = new ArrayList<>();

        private final Map<String, List<String>> known =
                Map.of("users", users, "groups", groups, "own", own, "beyond", beyond);
        private final Visitor anybody;
        private final Post post;
        private final List<String> invited = new ArrayList<>();
        private int number;
        private int done;

        Walk(Random random, Visitor mayor, Visitor anybody, Post post) {
            this.random = random;
            this.mayor = mayor;
            this.anybody = anybody;
            this.post = post;
        }

        void step(Visitor actor) {
            number++;
            switch (random.nextInt(26)) {
                case 0 -> made("users", actor.post("/api/v1/users", user(true)));
                case 1, 2, 3 -> made("groups", actor.post("/api/v1/groups", group()));
                case 4, 5, 6 -> patch(actor, "/api/v1/groups/" + of(groups), group());
                case 7 ->
                    confirmed(
                            actor,
                            "DELETE",
                            "/api/v1/groups/" + of(groups) + "?moveMembersTo="
                                    + (random.nextBoolean() ? "none" : of(groups)),
                            null);
                case 8 ->
                    tell(actor.put(
                            "/api/v1/users/" + of(users) + "/password",
                            Map.of("password", random.nextInt(8) == 0 ? Town.PASSWORD : "short", "mustChange", false)));
                case 9 -> tell(actor.post("/api/v1/partners", partner()));
                case 10 -> patch(actor, "/api/v1/partners/" + one("acme", "initech", "hooli"), partner());
                case 11 -> tell(actor.post("/api/v1/resellers", Map.of("name", "R" + number, "key", "r" + number)));
                case 12 -> patch(actor, "/api/v1/users/" + of(users), Map.of("status", one("active", "disabled")));
                case 13 -> tell(actor.post("/api/v1/users/delete", Map.of("ids", List.of(of(users)))));
                case 20, 21 -> confirmed(actor, "POST", "/api/v1/users/bulk", many());
                case 14 -> patch(actor, "/api/v1/me", Map.of("name", "Clara " + number));
                case 15, 16 -> invite(actor);
                case 17 -> tell(actor.post("/api/v1/users/" + of(users) + "/invitation", ""));
                case 18 -> accept();
                default -> patch(actor, "/api/v1/users/" + of(users), user(false));
            }
        }

        /** Something done to several users at once, to whomever of them it can be. */
        private Map<String, Object> many() {
            return Map.of(
                    "action",
                    one("enable", "disable", "add-to-groups", "remove-from-groups", "change"),
                    "ids",
                    List.of(of(users), of(users), of(users)),
                    "groups",
                    List.of(of(random.nextInt(4) == 0 ? beyond : groups)),
                    "role",
                    one("administrator", "normal", "partner"),
                    "withoutRefused",
                    true);
        }

        /** What an active user may, by method and path, as the panel explains it to the mayor. */
        Map<String, Boolean> rights(String email) {
            var rights = new TreeMap<String, Boolean>();
            PROBES.forEach((application, paths) -> paths.forEach(path -> METHODS.forEach(method -> {
                var answer = mayor.get("/api/v1/explain?application=" + application + "&path=" + path + "&method="
                        + method + "&user=" + email);
                if (answer.json().path("allowed").asBoolean()) {
                    rights.put(method + " " + path, true);
                }
            })));
            return rights;
        }

        String made(String kind, Visitor.Answer answer) {
            tell(answer);
            var id = answer.json().path("id").asString("");
            if (!id.isEmpty()) {
                known.getOrDefault(kind, new ArrayList<>()).add(id);
            }
            return id;
        }

        private void invite(Visitor actor) {
            var form = user(true);
            var email = String.valueOf(form.remove("email"));
            form.remove("name");
            form.remove("password");
            form.put("emails", List.of(email));
            var answer = actor.post("/api/v1/invitations", form);
            tell(answer);
            if (answer.json().path("invited").asInt(0) == 1) {
                users.add(answer.json().path("items").path(0).path("user").asString());
                invited.add(email);
            }
        }

        /** Whoever was invited comes, if his invitation lies in the post. */
        private void accept() {
            var email = of(invited);
            if (post.number(email) > 0 && post.link(email).contains("token=")) {
                tell(anybody.post(
                        "/api/v1/invitation/accept",
                        Map.of("token", post.token(email), "name", "Guest " + number, "password", Town.PASSWORD)));
            }
        }

        private void patch(Visitor actor, String path, Object body) {
            confirmed(actor, "PATCH", path, body);
        }

        private void confirmed(Visitor actor, String method, String path, @Nullable Object body) {
            var answer = actor.send(method, path, body, Map.of());
            var token = answer.status() == 409 ? answer.json().path("confirm").asString("") : "";
            if (!token.isEmpty()) {
                answer = actor.send(
                        method, path + (path.contains("?") ? "&" : "?") + "confirm=" + token, body, Map.of());
            }
            tell(answer);
        }

        private void tell(Visitor.Answer answer) {
            assertThat(answer.status()).as(answer.body()).isLessThan(500).isNotEqualTo(401);
            done += answer.status() < 300 ? 1 : 0;
        }

        private Map<String, Object> user(boolean whole) {
            var body = new LinkedHashMap<String, Object>();
            if (whole || random.nextInt(3) == 0) {
                body.put("role", one("administrator", "normal", "normal"));
                body.put("dataAccess", Map.of("mode", one("all", "all", "none")));
            }
            if (whole || random.nextInt(2) == 0) {
                body.put(
                        "groups",
                        switch (random.nextInt(6)) {
                            case 0 -> List.of();
                            case 1 -> beyond;
                            case 2 -> groups.isEmpty() ? beyond : some(groups);
                            default -> own;
                        });
            }
            if (random.nextInt(4) == 0) {
                body.put("permissions", some(List.of("jobs", "integration-configuration")));
            }
            if (random.nextInt(5) == 0) {
                body.put("reseller", one("north", "south", "north"));
            }
            if (whole || random.nextInt(8) == 0) {
                body.put("name", "Walker " + number);
                body.put("email", "walker." + number + "@town.example");
            }
            if (whole) {
                body.put("password", Town.PASSWORD);
            }
            return body;
        }

        private Map<String, Object> group() {
            var rules = new LinkedHashMap<String, Map<String, Object>>();
            for (int count = random.nextInt(4); count > 0; count--) {
                var area = of(AREAS);
                rules.put(area, Map.of("area", area, "access", some(WORDS), "effect", one("allow", "allow", "deny")));
            }
            var body = new LinkedHashMap<String, Object>();
            body.put("name", "Group " + number);
            body.put("rules", List.copyOf(rules.values()));
            if (random.nextInt(5) == 0) {
                body.put("mode", one("exceptions", "only-listed", "exceptions"));
            }
            if (random.nextInt(4) == 0) {
                body.put("defaultAccess", some(WORDS));
            }
            return body;
        }

        private Map<String, Object> partner() {
            var body = new LinkedHashMap<String, Object>();
            body.put("name", "Partner " + number);
            body.put("key", "p" + number);
            if (random.nextInt(3) == 0) {
                body.put("reseller", one("north", "south", "north"));
            }
            return body;
        }

        private String of(List<String> known) {
            return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
        }

        private String one(String... words) {
            return words[random.nextInt(words.length)];
        }

        private List<String> some(List<String> all) {
            var some = all.stream().filter(word -> random.nextInt(3) == 0).toList();
            return some.isEmpty() ? List.of(of(all)) : some;
        }
    }
}
