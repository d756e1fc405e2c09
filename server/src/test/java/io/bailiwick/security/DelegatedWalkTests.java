package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * An Administrator with a reseller, in the group that “Create default reseller” makes, calls whatever the server has with
 * whatever comes to mind, 2,000 times, and 10,000 times with {@code -Dbailiwick.deep}: no answer holds anything from outside
 * his reseller, nothing outside changes, and nobody comes to have more than he has. Doors that ask nobody who he is are left
 * out: anybody may knock there.
 */
@PanelTest
class DelegatedWalkTests {
    private static final int CALLS = Boolean.getBoolean("bailiwick.deep") ? 10_000 : 2_000;

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void aDelegatedAdministratorStaysWithinHisReseller() {
        walk("Walkabout", Map.of(), 7, CALLS);
    }

    /** The same with a group to which nothing is closed: only the reseller and the guard rails hold him then. */
    @Test
    void soDoesOneWhoseGroupOpensEverything() {
        walk(
                "Walkwide",
                Map.of("mode", "exceptions", "defaultAccess", List.of("create", "read", "update", "delete")),
                8,
                CALLS / 4);
    }

    private void walk(String name, Map<String, Object> wider, long seed, int calls) {
        var borders = new Borders(jdbc);
        var here = settled(name);
        var there = settled(name + " elsewhere");
        var mayor = panel.signIn(here.mayor());
        var group = made(mayor.post("/api/v1/groups/default-reseller", Map.of()));
        widen(mayor, group, wider);
        var wide = made(mayor.post("/api/v1/groups", Map.of("name", "Wide open", "mode", "exceptions")));
        var actor = town.add(
                here, "Clara Clerk", Role.ADMINISTRATOR, Traits.NONE.in(group).of("north"));
        town.add(here, "Nils Worker", Role.NORMAL, Traits.sees("all").in(group).of("north"));
        town.add(here, "Susi Superior", Role.ADMINISTRATOR, Traits.NONE.in(wide).of("north"));
        var madeByMayor = made(mayor.post(
                "/api/v1/users",
                Map.of(
                        "email", "moa.made@town.example",
                        "name", "Moa Made",
                        "password", Town.PASSWORD,
                        "role", "normal",
                        "groups", List.of(group),
                        "reseller", "north")));
        mayor.patch("/api/v1/users/" + madeByMayor, Map.of("name", "Moa Remade"));
        var account = here.account().id().value();
        var north = UUID.fromString(here.ids().get("resellers"));
        var inside = borders.of(account, north);
        inside.add(north.toString());
        var outside = outside(account, inside, here, there);
        var before = borders.rows(account, inside);
        var elsewhere = borders.rows(there.account().id().value(), Set.of());
        var own = access(mayor, actor.id().toString());
        var above = accessOfAll(mayor, borders.of(account, north)).entrySet().stream()
                .filter(each -> !own.containsAll(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(above).hasSize(wider.isEmpty() ? 1 : 0);

        var walk = new Walk(seed, things(borders, here, there), outside);
        walk.go(actor, calls);

        assertThat(walk.leaks).isEmpty();
        assertThat(walk.faults).isEmpty();
        assertThat(walk.done).as("calls that went through").isGreaterThan(calls / 10);
        assertThat(walk.called)
                .containsAll(walk.calls.stream().map(AnyCall::toString).toList());
        assertThat(borders.rows(there.account().id().value(), Set.of())).isEqualTo(elsewhere);
        assertUntouched(before, borders.rows(account, Set.of()), account, north);
        assertThat(access(panel.signIn(here.mayor()), actor.id().toString())).isEqualTo(own);
        accessOfAll(panel.signIn(here.mayor()), borders.of(account, north)).forEach((user, access) -> {
            var most = new TreeSet<>(own);
            most.addAll(above.getOrDefault(user, Set.of()));
            assertThat(most).as(user).containsAll(access);
        });
    }

    private static void widen(Visitor mayor, String group, Map<String, Object> wider) {
        var path = "/api/v1/groups/" + group;
        var asked = wider.isEmpty() ? null : mayor.patch(path, wider);
        if (asked != null && asked.status() == 409) {
            asked = mayor.patch(
                    path + "?confirm=" + asked.json().path("confirm").asString(), wider);
        }
        if (asked != null) {
            assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        }
    }

    /** Every row of before is there as it was; what is new belongs to the reseller. */
    private void assertUntouched(
            Map<String, Set<String>> before, Map<String, Set<String>> after, UUID account, UUID north) {
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).containsAll(rows));
        for (var table : List.of("groups", "rules", "areas", "area_paths", "applications", "resellers")) {
            assertThat(after.get(table))
                    .as(table)
                    .filteredOn(row -> !row.contains(north.toString()))
                    .containsExactlyInAnyOrderElementsOf(before.get(table));
        }
        for (var table : List.of("users", "partners")) {
            var added = new HashSet<>(after.get(table));
            added.removeAll(before.get(table));
            assertThat(added).allMatch(row -> row.contains(north.toString()));
        }
        for (var table : List.of("memberships", "user_partners")) {
            assertThat(jdbc.sql(
                                    "select t.user_id::text from " + table
                                            + " t join users u on u.account = t.account and "
                                            + "u.id = t.user_id where t.account = :account and u.reseller is distinct from :north")
                            .param("account", account)
                            .param("north", north)
                            .query(String.class)
                            .list())
                    .hasSameSizeAs(before.getOrDefault(table, Set.of()));
        }
    }

    /** An account with people and partners of every kind, each of whose names is like no other word. */
    private Town.Quarter settled(String name) {
        var quarter = town.quarter(name);
        var mark = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        town.add(quarter, "Osgood " + name, Role.NORMAL, Traits.sees("all").in(quarter.desk()));
        town.add(
                quarter,
                "Sigrun " + name,
                Role.NORMAL,
                Traits.sees("all").in(quarter.desk()).of("south"));
        var mayor = panel.signIn(quarter.mayor());
        for (var reseller : List.of("south", "")) {
            var body = new HashMap<String, Object>();
            body.put("name", "Quixo" + reseller + " " + name);
            body.put("key", "quixo" + reseller + "-" + mark);
            if (!reseller.isEmpty()) {
                body.put("reseller", reseller);
            }
            made(mayor.post("/api/v1/partners", body));
        }
        return quarter;
    }

    /** Ids, names, addresses and keys of all users and partners, and of resellers, that the actor must never be told. */
    private Set<String> outside(UUID account, Set<String> inside, Town.Quarter here, Town.Quarter there) {
        var outside = new TreeSet<String>();
        var other = there.account().id().value();
        for (var table : List.of("users", "partners", "resellers", "groups", "areas", "applications", "mails")) {
            outside.addAll(texts("select id::text from " + table + " where account = :account", other));
        }
        for (var table : List.of("users", "partners", "resellers")) {
            outside.addAll(texts("select id::text from " + table + " where account = :account", account));
        }
        for (var each : List.of(account, other)) {
            outside.addAll(texts("""
                    select unnest(array[name, email]) from users where account = :account
                    """, each));
            outside.addAll(texts("select name from partners where account = :account and name like 'Quixo%'", each));
            outside.addAll(texts("select key from partners where account = :account and name like 'Quixo%'", each));
        }
        outside.removeAll(inside);
        outside.removeAll(texts("""
                select unnest(array[u.name, u.email]) from users u
                join resellers r on r.account = u.account and r.id = u.reseller
                where u.account = :account and r.key = 'north'
                """, account));
        assertThat(outside)
                .contains(
                        here.mayor().email(), here.mayor().name(), there.mayor().name())
                .hasSizeGreaterThan(40);
        return outside;
    }

    private List<String> texts(String sql, UUID account) {
        return jdbc.sql(sql).param("account", account).query(String.class).list();
    }

    private static Map<String, List<String>> things(Borders borders, Town.Quarter here, Town.Quarter there) {
        var things = new HashMap<String, List<String>>();
        var ids = new ArrayList<String>();
        for (var quarter : List.of(here, here, here, there)) {
            borders.things(quarter.account().id().value()).forEach((kind, some) -> {
                things.computeIfAbsent(kind, none -> new ArrayList<>()).addAll(some);
                ids.addAll(some);
            });
        }
        things.put("ids", ids);
        return things;
    }

    private static Map<String, Set<String>> accessOfAll(Visitor mayor, Set<String> ids) {
        var all = new TreeMap<String, Set<String>>();
        for (var user :
                mayor.get("/api/v1/users?limit=500&reseller=north").json().path("items")) {
            var id = user.path("id").asString();
            if (ids.contains(id)) {
                all.put(id, access(mayor, id));
            }
        }
        return all;
    }

    private static Set<String> access(Visitor mayor, String user) {
        var cells = new TreeSet<String>();
        for (var area : mayor.get("/api/v1/users/" + user + "/access").json().path("areas")) {
            area.path("access").forEach(action -> cells.add(area.path("id").asString() + " " + action.asString()));
        }
        assertThat(cells).isNotEmpty();
        return cells;
    }

    private static String made(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Calls at random, each answer looked through. */
    private final class Walk {
        private final Random random;
        private final Guesses guesses;
        private final Map<String, List<String>> known;
        private final Set<String> outside;
        private final List<AnyCall> calls = AnyCall.all(mapping);
        private final Set<String> leaks = new TreeSet<>();
        private final Set<String> faults = new TreeSet<>();
        /** What he put into names and notes himself comes back to him. */
        private final Set<String> written = new TreeSet<>();

        private final Set<String> called = new TreeSet<>();
        private int done;

        Walk(long seed, Map<String, List<String>> known, Set<String> outside) {
            this.random = new Random(seed);
            this.known = known;
            this.guesses = new Guesses(random, known);
            this.outside = outside;
        }

        void go(Person actor, int count) {
            var visitor = signedIn(actor);
            for (int number = 0; number < count; number++) {
                var call = number < calls.size() ? calls.get(number) : next();
                called.add(call.toString());
                if (step(visitor, call) == 401) {
                    visitor = signedIn(actor);
                }
            }
        }

        /** He guesses his own password too, which would keep him out for a while. */
        private Visitor signedIn(Person actor) {
            jdbc.sql("delete from sign_in_failures where account = :account")
                    .param("account", actor.account().id().value())
                    .update();
            return panel.signIn(actor);
        }

        /** Pages show what the API answers: one call in ten is for a page. */
        private AnyCall next() {
            var call = guesses.one(calls);
            return call.isApi() || random.nextInt(10) == 0 ? call : next();
        }

        private int step(Visitor visitor, AnyCall call) {
            var address = call.address(guesses, random);
            var body = call.body() == null || call.method().equals("GET") ? null : guesses.body(call.body());
            var answer = send(visitor, call, address, body);
            var token = answer.status() == 409 && call.isApi()
                    ? answer.json().path("confirm").asString("")
                    : "";
            if (!token.isEmpty()) {
                send(visitor, call, address + (address.contains("?") ? "&" : "?") + "confirm=" + token, body);
            }
            return answer.status();
        }

        private Visitor.Answer send(Visitor visitor, AnyCall call, String address, @Nullable Object body) {
            var isForm = !call.isApi() && !call.method().equals("GET");
            var form =
                    isForm ? Map.of("id", guesses.text("id"), "name", guesses.text("name")) : Map.<String, String>of();
            var answer = isForm ? visitor.form(address, form) : visitor.send(call.method(), address, body, Map.of());
            look(call, address, isForm ? form : body, answer);
            if (answer.status() < 300) {
                done++;
                learn(call, answer);
            }
            return answer;
        }

        private void look(AnyCall call, String address, @Nullable Object body, Visitor.Answer answer) {
            var said = URLDecoder.decode(address, StandardCharsets.UTF_8) + body;
            var heard = answer.body() + answer.response().headers().map();
            for (var secret : outside) {
                var isOwn = said.contains(secret) || said.contains(addressed(secret)) || written.contains(secret);
                if (heard.contains(secret) && !isOwn) {
                    leaks.add(call + " tells " + secret + ": " + address + " -> " + answer.status());
                }
            }
            if (answer.status() < 400 && !call.method().equals("GET")) {
                var sent = String.valueOf(body);
                outside.stream().filter(sent::contains).forEach(written::add);
            }
            if (answer.status() >= 500) {
                faults.add(answer.status() + " " + call + " " + address + " " + body);
            }
        }

        /** Whoever types an address is offered the name that it suggests, whether anybody has it or not. */
        private static String addressed(String name) {
            return name.toLowerCase(Locale.ROOT).replace(' ', '.');
        }

        /** What was made is known from now on, so that it is called about as well. */
        private void learn(AnyCall call, Visitor.Answer answer) {
            if (call.isApi() && call.method().equals("POST") && answer.body().startsWith("{")) {
                var kind = call.pattern().startsWith("/api/v1/partners") ? "partners" : "users";
                known.computeIfAbsent(kind, none -> new ArrayList<>()).addAll(ids(answer.json()));
            }
        }

        private List<String> ids(JsonNode answer) {
            var ids = new ArrayList<String>();
            ids.add(answer.path("id").asString(""));
            answer.path("items").forEach(item -> ids.add(item.path("user").asString("")));
            ids.removeIf(String::isEmpty);
            return ids;
        }
    }
}
