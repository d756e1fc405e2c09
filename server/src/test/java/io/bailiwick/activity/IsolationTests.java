package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everybody asks every route for everybody's messages, jobs and issues: by role, data access and reseller. What is out of
 * sight is not there, in lists, totals, searches, files and by id, and looks like what never was.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTests {
    private static final List<String> PARTNERS = List.of("acme", "initech", "hooli");
    private static final String[] ALL = {"jobs", "issue-comments", "reprocess-messages"};

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Groups groups;

    private final Map<String, Asker> askers = new LinkedHashMap<>();
    private final Map<String, Things> things = new LinkedHashMap<>();
    private Quarter here;
    private Visitor mayor;
    private Sink sink;

    /** Somebody, and whose data the model says that he sees. */
    private record Asker(String kind, Visitor visitor, Set<String> sees, boolean staff) {}

    /** What belongs to one partner. */
    private record Things(String message, String job, String issue, String reference) {}

    @BeforeAll
    void settle() throws IOException {
        sink = new Sink();
        sink.answers(400);
        here = town.quarter("Partitioned");
        mayor = panel.signIn(here.mayor());
        var plant = plant(mayor);
        for (var partner : PARTNERS) {
            things.put(partner, things(mayor, plant, partner));
        }
        var elsewhere = panel.signIn(town.quarter("Beyond the partition").mayor());
        things.put("elsewhere", things(elsewhere, plant(elsewhere), "acme"));
        var open = groups.create(
                        Actor.server(here.account().id()),
                        new GroupForm(
                                "Everything", "exceptions", List.of("create", "read", "update", "delete"), List.of()))
                .value()
                .toString();
        ask("unrestricted Administrator", mayor, Set.of("acme", "initech", "hooli"), true);
        add("reseller's Administrator", Role.ADMINISTRATOR, Traits.NONE.in(open).of("north"), Set.of("initech"));
        add("Normal who sees none", Role.NORMAL, Traits.sees("none").may(ALL), Set.of());
        add("Normal who sees one", Role.NORMAL, Traits.sees("selected", "acme").may(ALL), Set.of("acme"));
        add(
                "Normal who sees two",
                Role.NORMAL,
                Traits.sees("selected", "acme", "hooli").may(ALL),
                Set.of("acme", "hooli"));
        add("Normal who sees all", Role.NORMAL, Traits.sees("all").may(ALL), Set.of("acme", "initech", "hooli"));
        add(
                "Normal of a reseller who sees all",
                Role.NORMAL,
                Traits.sees("all").may(ALL).in(open).of("south"),
                Set.of("hooli"));
        add("Partner", Role.PARTNER, Traits.sees("selected", "hooli").may("issue-comments"), Set.of("hooli"));
    }

    private static Plant plant(Visitor visitor) {
        return new Plant(visitor);
    }

    private Things things(Visitor visitor, Plant plant, String partner) {
        plant.endpoint("to-" + partner, sink.url("/"), 1);
        plant.accessPoint("from-" + partner);
        plant.flow("from-" + partner, partner, "to-" + partner, "type-" + partner);
        plant.restart();
        var reference = "Reference-of-" + partner;
        var sent = plant.send(
                panel.visitor(),
                "from-" + partner,
                "type-" + partner,
                "secret",
                Map.of("Bailiwick-Reference", reference));
        var message = sent.json().path("id").asString();
        plant.await(message, "failed");
        return new Things(
                message,
                first(visitor, "/api/v1/jobs?message=" + message),
                first(visitor, "/api/v1/issues?message=" + message),
                reference);
    }

    private static String first(Visitor visitor, String path) {
        return visitor.get(path).json().path("items").path(0).path("id").asString();
    }

    private void add(String kind, Role role, Traits traits, Set<String> sees) {
        var name = kind.replaceAll("[^A-Za-z ]", "");
        ask(kind, panel.signIn(town.add(here, name, role, traits)), sees, role != Role.PARTNER);
    }

    private void ask(String kind, Visitor visitor, Set<String> sees, boolean staff) {
        askers.put(kind, new Asker(kind, visitor, sees, staff));
    }

    @AfterAll
    void close() {
        sink.close();
    }

    @Test
    void idsOutOfSightLookLikeIdsThatNeverWere() {
        var faults = new ArrayList<String>();
        for (var asker : askers.values()) {
            things.forEach((partner, each) -> {
                for (var path : paths(each, asker.staff())) {
                    var status = asker.visitor().get(path).status();
                    var expected = asker.sees().contains(partner) ? 200 : 404;
                    if (status != expected) {
                        faults.add(asker.kind() + " asks " + path + " of " + partner + ": " + status);
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingIsDoneToWhatIsOutOfSight() {
        var faults = new ArrayList<String>();
        for (var asker : askers.values()) {
            things.forEach((partner, each) -> {
                if (!asker.sees().contains(partner)) {
                    for (var path : List.of(
                            "/issues/" + each.issue() + "/comments",
                            "/issues/" + each.issue() + "/close",
                            "/messages/" + each.message() + "/reprocess",
                            "/messages/reprocess")) {
                        if (!asker.staff() && path.contains("reprocess")) {
                            continue;
                        }
                        var body = path.endsWith("comments")
                                ? Map.of("text", "I was here")
                                : path.endsWith("messages/reprocess")
                                        ? Map.of("ids", List.of(each.message()))
                                        : Map.of();
                        var api = asker.visitor().post("/api/v1" + path, body).status();
                        var screen = path.endsWith("messages/reprocess")
                                ? asker.visitor()
                                        .form(path, Map.of("ids", each.message()))
                                        .status()
                                : asker.visitor()
                                        .form(path, Map.of("text", "I was here"))
                                        .status();
                        if (api != 404 || screen != 404) {
                            faults.add(asker.kind() + " posts " + path + " of " + partner + ": " + api + " " + screen);
                        }
                    }
                    var sent = asker.visitor()
                            .post(
                                    "/api/v1/messages",
                                    Map.of(
                                            "partner",
                                            partner.equals("elsewhere") ? "acme2" : partner,
                                            "direction",
                                            "inbound",
                                            "type",
                                            "type-" + partner,
                                            "body",
                                            "x"));
                    if (sent.status() != 422) {
                        faults.add(asker.kind() + " sends one of " + partner + ": " + sent.status());
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void listsTotalsAndSearchesHoldOnlyWhatIsSeen() {
        for (var asker : askers.values()) {
            var lists = asker.staff() ? List.of("messages", "issues", "jobs") : List.of("messages", "issues");
            for (var list : lists) {
                var page = asker.visitor().get("/api/v1/" + list).json();
                var found = new HashSet<String>();
                page.path("items")
                        .forEach(item -> found.add(item.path("partner").asString()));
                assertThat(found).as(asker.kind() + " " + list).isEqualTo(asker.sees());
                assertThat(page.path("total").asInt())
                        .as(asker.kind() + " " + list)
                        .isEqualTo(asker.sees().size());
                var screen = asker.visitor()
                        .get("/" + list + (list.equals("issues") ? "?state=any" : ""))
                        .body();
                for (var partner : PARTNERS) {
                    var narrowed = asker.visitor()
                            .get("/api/v1/" + list + "?partner=" + partner)
                            .json();
                    assertThat(narrowed.path("total").asInt())
                            .as(asker.kind() + " " + list + " of " + partner)
                            .isEqualTo(asker.sees().contains(partner) ? 1 : 0);
                    assertThat(screen.contains("type-" + partner))
                            .as(asker.kind() + " /" + list + " of " + partner)
                            .isEqualTo(asker.sees().contains(partner));
                    assertThat(asker.visitor()
                                    .get("/" + list + "/partners?q=" + partner)
                                    .body()
                                    .contains("value=\"" + partner + "\""))
                            .as(asker.kind() + " is offered " + partner)
                            .isEqualTo(asker.sees().contains(partner));
                }
            }
            things.forEach((partner, each) -> {
                for (var q : List.of(each.reference(), each.message())) {
                    var expected = asker.sees().contains(partner) ? 1 : 0;
                    if (!partner.equals("elsewhere") || !q.equals(each.reference())) {
                        assertThat(asker.visitor()
                                        .get("/api/v1/messages?q=" + q)
                                        .json()
                                        .path("total")
                                        .asInt())
                                .as(asker.kind() + " looks for " + q)
                                .isEqualTo(expected);
                    }
                }
            });
        }
    }

    @Test
    void everyNumberOfTheDashboardIsOfWhatIsSeen() {
        for (var asker : askers.values()) {
            var number = asker.sees().size();
            for (var period : List.of("24h", "7d", "30d")) {
                var shown = asker.visitor()
                        .get("/api/v1/dashboard?period=" + period)
                        .json();
                var messages = shown.path("messages");
                var partners = new HashSet<String>();
                var inSteps = 0;
                for (var partner : messages.path("partners")) {
                    partners.add(partner.path("partner").asString());
                    assertThat(partner.path("failed").asInt()).as(asker.kind()).isEqualTo(1);
                }
                for (var step : messages.path("steps")) {
                    inSteps += step.path("failed").asInt();
                    assertThat(step.path("open").asInt()
                                    + step.path("delivered").asInt())
                            .isZero();
                }
                assertThat(partners).as(asker.kind()).isEqualTo(asker.sees());
                assertThat(List.of(
                                messages.path("total").asInt(),
                                messages.path("failed").asInt(),
                                inSteps,
                                messages.path("ofAllPartners").asInt(),
                                shown.path("openIssues").path("number").asInt(),
                                shown.path("endpoints").size(),
                                shown.path("jobs").path("failed").asInt()))
                        .as(asker.kind() + " " + period)
                        .isEqualTo(List.of(number, number, number, number, number, number, asker.staff() ? number : 0));
                assertThat(messages.path("isAnyBefore").asBoolean()).isEqualTo(number > 0);
            }
            var screen = asker.visitor().get("/dashboard").body();
            for (var partner : PARTNERS) {
                assertThat(screen.contains("Endpoint to-" + partner))
                        .as(asker.kind() + " is shown the endpoint of " + partner)
                        .isEqualTo(asker.sees().contains(partner));
            }
        }
    }

    @Test
    void aPartnerThatIsSwitchedOffIsGoneAtOnceForEverybody() {
        var sees = Objects.requireNonNull(askers.get("Normal who sees two"));
        var message = Objects.requireNonNull(things.get("hooli"));
        var version = mayor.get("/api/v1/partners/hooli").json().path("version").asInt();
        mayor.patch("/api/v1/partners/hooli", Map.of("active", false));
        try {
            for (var asker : List.of(sees, askers.getOrDefault("unrestricted Administrator", sees))) {
                assertThat(asker.visitor()
                                .get("/api/v1/messages/" + message.message())
                                .status())
                        .isEqualTo(404);
                assertThat(asker.visitor().get("/api/v1/messages").body()).doesNotContain("hooli");
                assertThat(asker.visitor().get("/api/v1/issues").body()).doesNotContain("hooli");
                var dashboard = asker.visitor().get("/api/v1/dashboard");
                assertThat(dashboard.body()).doesNotContain("hooli");
                assertThat(dashboard.json().path("messages").path("total").asInt())
                        .isEqualTo(asker.sees().size() - 1);
            }
        } finally {
            assertThat(mayor.patch("/api/v1/partners/hooli", Map.of("active", true))
                            .json()
                            .path("version")
                            .asInt())
                    .isEqualTo(version + 2);
        }
        assertThat(sees.visitor().get("/api/v1/messages/" + message.message()).status())
                .isEqualTo(200);
    }

    private static List<String> paths(Things each, boolean staff) {
        var paths = new ArrayList<>(List.of(
                "/api/v1/messages/" + each.message(),
                "/api/v1/messages/" + each.message() + "/body",
                "/messages/" + each.message(),
                "/messages/" + each.message() + "/body",
                "/api/v1/issues/" + each.issue(),
                "/api/v1/issues/" + each.issue() + "/comments",
                "/issues/" + each.issue()));
        if (staff) {
            paths.addAll(List.of("/api/v1/jobs/" + each.job(), "/jobs/" + each.job()));
        }
        return paths;
    }
}
