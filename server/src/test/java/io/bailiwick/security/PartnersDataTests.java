package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.flows.Plant;
import io.bailiwick.groups.Groups;
import io.bailiwick.security.Askers.Asker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that the server has to something of a partner's is asked by every role and data access for the own
 * partner's, another partner's, another reseller's and another account's. What is seen is there; what is not is answered
 * like what never was, whatever is asked of it. No route is listed by hand.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnersDataTests {
    static final Pattern VARYING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|(name=\"_csrf\" value|name=\"csrf-token\" content)=\"[^\"]*\"");

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Groups groups;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** By partner the ids of what is its own, by what stands before them in paths. */
    private final Map<String, Map<String, String>> things = new LinkedHashMap<>();

    private final List<Asker> askers = new ArrayList<>();

    @BeforeAll
    void settle() {
        var here = town.quarter("Drawers");
        var mayor = panel.signIn(here.mayor());
        for (var partner : Askers.PARTNERS) {
            things.put(partner, things(mayor, partner));
        }
        things.put(
                "elsewhere", things(panel.signIn(town.quarter("Other drawers").mayor()), "acme"));
        askers.addAll(Askers.of(panel, town, groups, here));
    }

    /** One of everything that can belong to a partner. */
    private Map<String, String> things(Visitor by, String partner) {
        var ids = new HashMap<String, String>();
        var plant = new Plant(by);
        plant.endpoint("to-" + partner, "http://127.0.0.1:9/", 1);
        plant.accessPoint("from-" + partner);
        ids.put("data-flows", plant.flow("from-" + partner, partner, "to-" + partner, "papers"));
        plant.restart();
        var message = plant.accepted(panel.visitor(), "from-" + partner, "papers", "secret");
        plant.await(message, "failed");
        ids.put("messages", message);
        ids.put("jobs", first(by, "/api/v1/jobs?message=" + message));
        ids.put("issues", first(by, "/api/v1/issues?message=" + message));
        ids.put("contacts", first(by, "/api/v1/contacts?partner=" + partner));
        ids.put("routing", first(by, "/api/v1/routing?partner=" + partner));
        by.put("/api/v1/billing/" + partner + "/terms", Map.of("currency", "EUR"));
        var id = by.get("/api/v1/partners/" + partner).json().path("id").asString();
        ids.put("billing", id);
        ids.put("partners", id);
        assertThat(ids.values()).noneMatch(String::isEmpty);
        return ids;
    }

    private static String first(Visitor visitor, String path) {
        return visitor.get(path).json().path("items").path(0).path("id").asString();
    }

    @Test
    void whatIsSeenIsThereAndWhatIsNotNeverWas() {
        var faults = new ArrayList<String>();
        var kinds = new TreeSet<String>();
        var seen = new HashMap<String, Integer>();
        for (var route : routes()) {
            for (var asker : askers) {
                var missing = asker.ask(route, Map.of());
                things.forEach((partner, ids) -> {
                    if (!asker.sees().contains(partner)) {
                        var answer = asker.ask(route, ids);
                        if (answer.status() < 400 || !plain(answer).equals(plain(missing))) {
                            faults.add(asker.kind() + ", " + route + " of " + partner + ": " + answer.status()
                                    + ", missing " + missing.status());
                        }
                    } else if (route.method().equals("GET") && missing.status() == 404) {
                        var status = asker.ask(route, ids).status();
                        seen.merge(asker.kind(), 1, Integer::sum);
                        kinds.add(route.declared().area().title());
                        if (status >= 400) {
                            faults.add(asker.kind() + ", " + route + " of his own " + partner + ": " + status);
                        }
                    }
                });
            }
        }

        assertThat(faults).isEmpty();
        assertThat(seen).hasSize((int)
                askers.stream().filter(asker -> !asker.sees().isEmpty()).count());
        assertThat(kinds)
                .contains(
                        "Messages",
                        "Jobs",
                        "Issues and their comments",
                        "Contacts",
                        "Routing",
                        "Billing",
                        "Data flows",
                        "Partners");
    }

    private List<Route> routes() {
        var kinds = things.getOrDefault("acme", Map.of());
        var routes = Route.all(mapping)
                .filter(route -> route.guarded() != null && route.names(kinds))
                .toList();
        assertThat(routes).hasSizeGreaterThan(50);
        return routes;
    }

    /** An answer without what differs each time. */
    private static String plain(Answer answer) {
        return answer.status() + VARYING.matcher(answer.body()).replaceAll("");
    }
}
