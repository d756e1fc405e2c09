package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.model.Role;
import io.bailiwick.security.Resident.Expected;
import io.bailiwick.security.Town.Traits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * No route is forgotten: every one that the running server has is asked by everybody about everything. What must be
 * answered follows from the declared area and action and the access model alone; nothing is listed by hand, so a new
 * route is in here on the day that it is made.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTests {
    private static final Pattern VARYING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|(name=\"_csrf\" value|name=\"csrf-token\" content)=\"[^\"]*\"");

    /** As a pattern it would cover the whole panel, so no area has it; its handler only sends people on. */
    private static final String EVERYWHERE = "/";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Town.Quarter here;
    private Town.Quarter elsewhere;
    private final List<Resident> residents = new ArrayList<>();
    private Resident mayor;
    private Resident northerner;
    /** Sees nobody's data. */
    private Resident blind;

    private Person northWorker;

    @BeforeAll
    void settle() {
        here = town.quarter("Matrix");
        elsewhere = town.quarter("Beyond the matrix");
        var shown = town.add(here, "Una User", Role.NORMAL, Traits.sees("none"));
        northWorker = town.add(
                here,
                "Nils North",
                Role.NORMAL,
                Traits.sees("all").in(here.desk()).of("north"));
        here.ids().put("users", shown.id().toString());
        var others = town.add(elsewhere, "Otto Other", Role.NORMAL, Traits.sees("none"));
        elsewhere.ids().put("users", others.id().toString());
        here.ids().put("decisions", refusal(shown));
        elsewhere.ids().put("decisions", refusal(others));
        mayor = resident(Resident.FIRST, here.mayor(), false, false);
        blind = resident("Normal who sees nothing", add("Nora None", Role.NORMAL, Traits.sees("none")), false, false);
        resident("Normal who sees some", add("Sam Some", Role.NORMAL, Traits.sees("selected", "acme")), false, false);
        resident("Normal who sees all", add("Al All", Role.NORMAL, Traits.sees("all")), false, false);
        resident("Partner", add("Pia Partner", Role.PARTNER, Traits.sees("selected", "acme")), false, false);
        resident(
                "limited Administrator",
                add("Lea Limited", Role.ADMINISTRATOR, Traits.NONE.in(here.desk())),
                true,
                false);
        northerner = northerner();
        resident("password due", add("Dee Due", Role.ADMINISTRATOR, Traits.NONE.withPasswordDue()), false, true);
        here.ids().putAll(new Plant(mayor.visitor()).everything(panel.visitor()));
        elsewhere.ids().putAll(new Plant(panel.signIn(elsewhere.mayor())).everything(panel.visitor()));
        here.ids().put("choices", "partner");
        here.ids().put("docs", "users");
        residents.add(new Resident("signed out", panel.visitor(), null, false, false, false));
        residents.add(new Resident("disabled", disabled(), null, false, false, false));
    }

    /** The id of something that the person was refused. */
    private String refusal(Person person) {
        return panel.signIn(person)
                .get("/api/v1/users")
                .json()
                .path("decisionId")
                .asString();
    }

    private Person add(String name, Role role, Traits traits) {
        return town.add(here, name, role, traits);
    }

    private Resident resident(String kind, Person person, boolean limited, boolean due) {
        return resident(new Resident(kind, panel.signIn(person), person.role(), limited, due, false));
    }

    /** Of the reseller North, limited by the group Desk, which has nothing of what is above resellers. */
    private Resident northerner() {
        var traits = Traits.NONE.in(here.desk()).of("north");
        var visitor = panel.signIn(add("Rita North", Role.ADMINISTRATOR, traits));
        return resident(new Resident("reseller's Administrator", visitor, Role.ADMINISTRATOR, true, false, true));
    }

    private Resident resident(Resident resident) {
        residents.add(resident);
        return resident;
    }

    private Visitor disabled() {
        var person = add("Dora Disabled", Role.ADMINISTRATOR, Traits.NONE);
        var visitor = panel.signIn(person);
        mayor.visitor().patch("/api/v1/users/" + person.id(), Map.of("status", "disabled"));
        return visitor;
    }

    @Test
    void everyRouteOfOursSaysWhatItIs() {
        assertThat(routes()).hasSizeGreaterThan(60);
        assertThat(ours()).allMatch(route -> route.guarded() != null);
    }

    @Test
    void whatSaysNothingIsNotThereForAnybody() {
        var foreign = routes().filter(route -> route.guarded() == null).toList();

        for (var route : foreign) {
            for (var resident : residents) {
                assertThat(resident.ask(route, here.ids()).status())
                        .as(route + " by " + resident.kind())
                        .isIn(401, 403, 404);
            }
        }
    }

    @Test
    void everyRouteLiesInTheAreaThatItDeclares() {
        var faults = new ArrayList<String>();
        ours().filter(route -> !route.pattern().equals(EVERYWHERE)).forEach(route -> {
            var answer = mayor.visitor()
                    .get("/api/v1/explain?user=" + here.mayor().email() + "&method="
                            + route.method() + "&path="
                            + URLEncoder.encode(route.path(here.ids()), StandardCharsets.UTF_8));
            var found = answer.json().path("area").asString("") + " "
                    + answer.json().path("action").asString("");
            var declared = route.declared().area().title() + " "
                    + route.declared().action().word();
            var alike = found.equals(declared)
                    || (route.everyMethod()
                            && route.isPublic()
                            && found.startsWith(route.declared().area().title()));
            if (!alike) {
                faults.add(route + " declares " + declared + ", the panel's areas say " + found);
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void whoMayNotIsRefusedAtTheGateThatTheModelSays() {
        var faults = new ArrayList<String>();
        ours().filter(route -> !route.isPublic())
                .forEach(route -> residents.forEach(resident -> {
                    var expected = resident.of(route.declared());
                    for (var ids : List.of(here.ids(), elsewhere.ids(), Map.<String, String>of())) {
                        if (expected != Expected.REACHED
                                && !Resident.isRefused(resident.ask(route, ids), route, expected)) {
                            faults.add(route + " by " + resident.kind() + ": expected " + expected + ", was "
                                    + said(resident.ask(route, ids)));
                            break;
                        }
                    }
                }));
        assertThat(faults).isEmpty();
    }

    @Test
    void aBrokenUploadIsTheSendersFault() {
        var broken = Map.of("Content-Type", "multipart/form-data");
        for (var path : List.of("/applications/1/openapi", "/users", "/sign-in")) {
            assertThat(mayor.visitor().send("POST", path, "x=y", broken).status())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void whoMayReachesTheHandler() {
        var faults = new ArrayList<String>();
        ours().filter(route -> !route.isPublic() && route.method().equals("GET"))
                .forEach(route -> residents.stream()
                        .filter(resident -> resident.of(route.declared()) == Expected.REACHED)
                        .filter(resident -> !resident.equals(northerner) || !route.hasId())
                        .filter(resident -> !resident.equals(blind) || !route.names(partnersData()))
                        .forEach(resident -> {
                            var answer = resident.ask(route, here.ids());
                            if (isTurnedAway(answer) && !isOwnSession(route)) {
                                faults.add(route + " by " + resident.kind() + ": " + said(answer));
                            }
                        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsElsewhereLooksLikeWhatIsNot() {
        var unseen = new HashMap<>(elsewhere.ids());
        assertUnseen(mayor, unseen);
    }

    @Test
    void whatIsAnotherResellersLooksLikeWhatIsNot() {
        var unseen = new HashMap<String, String>();
        unseen.put("users", String.valueOf(here.ids().get("users")));
        unseen.put("partners", String.valueOf(here.ids().get("partners")));
        assertUnseen(northerner, unseen);
        assertThat(northerner.visitor().get("/api/v1/users/" + northWorker.id()).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotInOnesDataLooksLikeWhatIsNot() {
        assertUnseen(blind, partnersData());
    }

    /** The ids of what belongs to a partner, and is seen by those alone who see the partner's data. */
    private Map<String, String> partnersData() {
        var data = new HashMap<>(here.ids());
        data.keySet().retainAll(Set.of("contacts", "routing", "billing", "messages", "jobs", "issues"));
        return data;
    }

    private void assertUnseen(Resident resident, Map<String, String> unseen) {
        var faults = new ArrayList<String>();
        ours().filter(route -> !route.isPublic() && route.names(unseen))
                .filter(route -> resident.of(route.declared()) == Expected.REACHED)
                .forEach(route -> {
                    var there = resident.ask(route, unseen);
                    var missing = resident.ask(route, Map.of());
                    if (there.status() < 400 || !same(there, missing)) {
                        faults.add(route + ": unseen " + said(there) + ", missing " + said(missing));
                    }
                });
        assertThat(faults).isEmpty();
    }

    private static boolean isTurnedAway(Visitor.Answer answer) {
        return answer.status() >= 500
                || Set.of(401, 403, 404).contains(answer.status())
                || answer.header("Location").startsWith("/sign-in");
    }

    private static boolean isOwnSession(Route route) {
        return route.pattern().contains("/me/sessions/{");
    }

    private static boolean same(Visitor.Answer one, Visitor.Answer other) {
        return one.status() == other.status()
                && VARYING.matcher(one.body())
                        .replaceAll("")
                        .equals(VARYING.matcher(other.body()).replaceAll(""));
    }

    private static String said(Visitor.Answer answer) {
        return answer.status() + " " + answer.header("Location") + " "
                + answer.body().substring(0, Math.min(300, answer.body().length()));
    }

    private Stream<Route> ours() {
        return routes().filter(route -> route.guarded() != null);
    }

    private Stream<Route> routes() {
        return Route.all(mapping);
    }
}
