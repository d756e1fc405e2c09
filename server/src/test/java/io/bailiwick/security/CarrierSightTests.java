package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The carrier side by every role and data access, asked for the own partner's, another partner's, another reseller's and
 * another account's data: what is out of sight is absent from lists, counts, searches and choices, and looks by its id like
 * what is not there.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarrierSightTests {
    private static final Set<String> ALL = Set.of("acme", "initech", "hooli");
    private static final List<String> LISTS = List.of("contacts", "routing", "billing");

    @Autowired
    Panel panel;

    @Autowired
    Town town;

    private Town.Quarter here;
    private Town.Quarter elsewhere;
    /** By list and partner the address of something of it. */
    private final Map<String, Map<String, String>> things = new LinkedHashMap<>();

    private final List<Viewer> viewers = new ArrayList<>();

    /**
     * Somebody who looks.
     *
     * @param sees the partners whose data is to be seen
     * @param partner whether in the role Partner, to whom only billing is open, and that to read
     */
    private record Viewer(String kind, Visitor visitor, Set<String> sees, boolean partner) {
        boolean mayOpen(String list) {
            return !partner || list.equals("billing");
        }
    }

    @BeforeAll
    void settle() {
        here = town.quarter("Sight");
        elsewhere = town.quarter("Out of sight");
        var mayor = panel.signIn(here.mayor());
        for (var partner : ALL) {
            fill(mayor, partner, partner);
        }
        fill(panel.signIn(elsewhere.mayor()), "acme", "elsewhere");
        var group = group(mayor);
        viewer("unrestricted Administrator", Role.ADMINISTRATOR, Traits.NONE, ALL);
        viewer("Normal who sees all", Role.NORMAL, Traits.sees("all"), ALL);
        viewer("Normal who sees some", Role.NORMAL, Traits.sees("selected", "acme"), Set.of("acme"));
        viewer("Normal who sees nothing", Role.NORMAL, Traits.sees("none"), Set.of());
        viewer("Partner", Role.PARTNER, Traits.sees("selected", "acme"), Set.of("acme"));
        viewer(
                "Partner of a reseller",
                Role.PARTNER,
                Traits.sees("selected", "initech").in(group).of("north"),
                Set.of("initech"));
        viewer(
                "Administrator of a reseller",
                Role.ADMINISTRATOR,
                Traits.NONE.in(group).of("north"),
                Set.of("initech"));
        viewer("all of a reseller", Role.NORMAL, Traits.sees("all").in(group).of("north"), Set.of("initech"));
        viewer(
                "some of a reseller",
                Role.NORMAL,
                Traits.sees("selected", "initech").in(group).of("north"),
                Set.of("initech"));
        viewer("none of a reseller", Role.NORMAL, Traits.sees("none").in(group).of("south"), Set.of());
    }

    @Test
    void byItsIdWhatIsOutOfSightLooksLikeWhatIsNotThere() {
        everyone((viewer, list) -> {
            var missing = missing(list);
            things.getOrDefault(list, Map.of()).forEach((partner, path) -> {
                var seen = viewer.sees().contains(partner);
                same(viewer, "GET", path, seen, missing, null);
                same(viewer, "GET", path.replace("/api/v1", ""), seen, missing.replace("/api/v1", ""), null);
                if (!seen) {
                    writes(viewer, list, path, missing);
                }
            });
            return null;
        });
    }

    @Test
    void listsCountsAndSearchesHoldOnlyWhatIsSeen() {
        everyone((viewer, list) -> {
            var own = viewer.visitor().get("/api/v1/" + list + "?limit=500").json();
            assertThat(partners(own.path("items")))
                    .as(viewer.kind() + " " + list)
                    .isEqualTo(viewer.sees());
            assertThat(own.path("total").asInt())
                    .as(viewer.kind())
                    .isEqualTo(own.path("items").size());
            for (var partner : ALL) {
                var seen = viewer.sees().contains(partner);
                var found = viewer.visitor()
                        .get("/api/v1/" + list + "?limit=1&q=" + partner)
                        .json();
                assertThat(found.path("total").asInt() > 0)
                        .as(viewer.kind() + " finds " + list + " of " + partner)
                        .isEqualTo(seen);
                assertThat(found.has("next") && !seen).isFalse();
                assertThat(viewer.visitor().get("/" + list).body().contains(title(partner)))
                        .as(viewer.kind() + " " + list + " " + partner)
                        .isEqualTo(seen);
            }
            return null;
        });
    }

    @Test
    void whatIsOutOfSightIsNotOfferedFilteredByNorWrittenTo() {
        everyone((viewer, list) -> {
            if (list.equals("billing")) {
                return null;
            }
            var visitor = viewer.visitor();
            for (var partner : ALL) {
                var seen = viewer.sees().contains(partner);
                assertThat(visitor.get("/" + list + "/partners?q=" + partner)
                                .body()
                                .contains(title(partner)))
                        .as(viewer.kind())
                        .isEqualTo(seen);
                var filtered =
                        visitor.get("/api/v1/" + list + "?partner=" + partner).json();
                assertThat(filtered.path("total").asInt() > 0).isEqualTo(seen);
                if (!seen) {
                    var form = Map.of("partner", partner, "name", "Mole", "prefix", "77");
                    assertThat(visitor.form("/" + list, form).status()).isEqualTo(422);
                }
            }
            return null;
        });
    }

    @Test
    void aNumberIsLookedUpAmongTheRoutesThatAreSeen() {
        everyone((viewer, list) -> {
            if (list.equals("routing")) {
                var found = viewer.visitor()
                        .get("/api/v1/routing/lookup?number=4420")
                        .json();
                assertThat(partners(found.path("candidates"))).as(viewer.kind()).isEqualTo(viewer.sees());
            }
            return null;
        });
    }

    private void writes(Viewer viewer, String list, String path, String missing) {
        if (list.equals("billing")) {
            var terms = Map.of("currency", "EUR");
            var entry = Map.of("key", "mole", "amount", "1", "text", "Mole");
            if (!viewer.partner()) {
                same(viewer, "PUT", path + "/terms", false, missing + "/terms", terms);
                same(viewer, "POST", path + "/entries", false, missing + "/entries", entry);
                same(viewer, "GET", screen(path) + "/terms", false, screen(missing) + "/terms", null);
                same(viewer, "GET", screen(path) + "/entries/new", false, screen(missing) + "/entries/new", null);
            }
        } else {
            same(viewer, "PATCH", path, false, missing, Map.of());
            same(viewer, "DELETE", path, false, missing, null);
            same(viewer, "GET", screen(path) + "/delete", false, screen(missing) + "/delete", null);
        }
    }

    /** 200 when it is seen; otherwise 404 and not a word else than for what is missing. */
    private static void same(
            Viewer viewer, String method, String path, boolean seen, String missing, @Nullable Object body) {
        var answer = viewer.visitor().send(method, path, body, Map.of());
        assertThat(answer.status())
                .as(viewer.kind() + " " + method + " " + path)
                .isEqualTo(seen ? 200 : 404);
        if (!seen) {
            var other = viewer.visitor().send(method, missing, body, Map.of());
            assertThat(plain(answer, path)).isEqualTo(plain(other, missing));
        }
    }

    private static String plain(Answer answer, String path) {
        return answer.body()
                .replace(path, "")
                .replace(path.substring(path.lastIndexOf('/') + 1), "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
                .replaceAll("(name=\"_csrf\" value|name=\"csrf-token\" content)=\"[^\"]*\"", "");
    }

    private interface Look {
        @Nullable
        Object at(Viewer viewer, String list);
    }

    private void everyone(Look look) {
        assertThat(viewers).hasSize(10);
        for (var viewer : viewers) {
            for (var list : LISTS) {
                if (viewer.mayOpen(list)) {
                    look.at(viewer, list);
                } else {
                    assertThat(viewer.visitor().get("/api/v1/" + list).status()).isEqualTo(403);
                }
            }
        }
    }

    private void fill(Visitor by, String partner, String under) {
        put("contacts", under, by.post("/api/v1/contacts", Map.of("partner", partner, "name", "Cy of " + partner)));
        put("routing", under, by.post("/api/v1/routing", Map.of("partner", partner, "prefix", "44")));
        assertThat(by.put("/api/v1/billing/" + partner + "/terms", Map.of("currency", "EUR"))
                        .status())
                .isEqualTo(200);
        var id = by.get("/api/v1/partners/" + partner).json().path("id").asString();
        thing("billing", under, "/api/v1/billing/" + id);
    }

    private void put(String list, String under, Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        thing(list, under, made.header("Location"));
    }

    private void thing(String list, String under, String path) {
        things.computeIfAbsent(list, each -> new LinkedHashMap<>()).put(under, path);
    }

    private static String group(Visitor mayor) {
        Function<String, Map<String, Object>> rule = area -> Map.of(
                "area", "cockpit/" + area, "access", List.of("create", "read", "update", "delete"), "effect", "allow");
        var rules = List.of(
                rule.apply("Contacts"), rule.apply("Routing"), rule.apply("Billing"), rule.apply("Billing management"));
        return mayor.post("/api/v1/groups", Map.of("name", "Carriers", "rules", rules))
                .json()
                .path("id")
                .asString();
    }

    private void viewer(String kind, Role role, Traits traits, Set<String> sees) {
        var person = town.add(here, "Viewer " + viewers.size() + " Sight", role, traits);
        viewers.add(new Viewer(kind, panel.signIn(person), sees, role == Role.PARTNER));
    }

    private static String missing(String list) {
        return "/api/v1/" + list + "/" + new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0001L);
    }

    private static String screen(String path) {
        return path.replace("/api/v1", "");
    }

    private static String title(String partner) {
        return switch (partner) {
            case "acme" -> "Acme";
            case "initech" -> "Initech";
            default -> "Hooli";
        };
    }

    private static Set<String> partners(Iterable<tools.jackson.databind.JsonNode> items) {
        var found = new TreeSet<String>();
        items.forEach(item -> found.add(item.path("partner").asString()));
        return found;
    }
}
