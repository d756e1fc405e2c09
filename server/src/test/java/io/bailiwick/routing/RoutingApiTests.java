package io.bailiwick.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PanelTest
class RoutingApiTests {
    private static final String ROUTING = "/api/v1/routing";
    private static final AtomicInteger PREFIXES = new AtomicInteger(100);

    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    private Visitor ada;
    /** Every test routes numbers of its own. */
    private String prefix;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
        prefix = "99" + PREFIXES.getAndIncrement();
    }

    @Test
    void routeIsCreatedFoundChangedAndDeleted() {
        var created = ada.post(
                ROUTING,
                Map.of(
                        "prefix",
                        "+" + prefix + " 20-1",
                        "partner",
                        Cast.ACME,
                        "priority",
                        3,
                        "effectiveFrom",
                        "2026-01-01T00:00:00+01:00"));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("prefix").asString()).isEqualTo(prefix + "201");
        assertThat(created.json().path("effectiveFrom").asString()).isEqualTo("2025-12-31T23:00:00Z");
        var path = created.header("Location");

        var changed = ada.patch(path, Map.of("priority", 1, "partner", Cast.GLOBEX));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("partner").asString()).isEqualTo(Cast.GLOBEX);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(ada.patch(path, Map.of()).json().path("version").asInt()).isEqualTo(2);
        var stale = Map.of("If-Match", "\"1\"");
        assertThat(ada.send("PATCH", path, Map.of("priority", 9), stale).status())
                .isEqualTo(412);
        assertThat(ada.delete(path).status()).isEqualTo(204);
        assertThat(ada.get(path).status()).isEqualTo(404);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var answer = ada.post(
                ROUTING, Map.of("prefix", "44x", "partner", "nobody", "priority", 100, "effectiveFrom", "tomorrow"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly("prefix", "partner", "priority", "effectiveFrom");
        assertThat(fields(ada.post(ROUTING, Map.of("prefix", "1234567890123456", "partner", Cast.ACME))))
                .containsExactly("prefix");
        assertThat(fields(ada.get(ROUTING + "/lookup?number=none"))).containsExactly("number");
        assertThat(fields(ada.get(ROUTING + "/lookup?number=44&at=then"))).containsExactly("at");
    }

    @Test
    void theSameRouteTwiceIsRefusedAndOverlapsAreTold() {
        var from = "2026-01-01T00:00:00Z";
        var shorter = add(Cast.ACME, prefix, 1, from);
        var route = add(Cast.ACME, prefix + "1", 1, from);
        var beside = add(Cast.GLOBEX, prefix + "1", 2, from);
        add(Cast.GLOBEX, prefix + "12", 1, from);

        var twice = ada.post(
                ROUTING, Map.of("prefix", prefix + "1", "partner", Cast.ACME, "priority", 7, "effectiveFrom", from));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().path("detail").asString()).contains("Acme Logistics", prefix + "1");
        var other = add(Cast.ACME, prefix + "1", 1, "2027-01-01T00:00:00Z");
        assertThat(ada.patch(other, Map.of("effectiveFrom", from)).status()).isEqualTo(409);

        var overlaps = ada.get(route).json().path("overlaps");
        assertThat(overlaps.path("same").toString()).contains(id(beside), id(other));
        assertThat(overlaps.path("shorter").toString()).isEqualTo("[\"" + id(shorter) + "\"]");
        assertThat(overlaps.path("longer").asInt()).isEqualTo(1);
        assertThat(ada.get(route.replace("/api/v1", "")).body())
                .contains("Overlaps", "Globex", "Takes numbers from", "One longer prefix takes");
    }

    @Test
    void lookupTakesTheLongestPrefixAndSaysWhy() {
        add(Cast.ACME, prefix, 1, "2026-01-01T00:00:00Z");
        add(Cast.GLOBEX, prefix + "7", 1, "2026-06-01T00:00:00Z");

        var before = ada.get(ROUTING + "/lookup?at=2026-05-01T00:00:00Z&number=%2B" + prefix + "%20755");
        var after = ada.get(ROUTING + "/lookup?at=2026-07-01T00:00:00Z&number=" + prefix + "755");

        assertThat(before.json().path("route").path("partner").asString()).isEqualTo(Cast.ACME);
        assertThat(verdicts(before)).containsExactly("not-yet", "chosen");
        assertThat(after.json().path("route").path("partner").asString()).isEqualTo(Cast.GLOBEX);
        assertThat(verdicts(after)).containsExactly("chosen", "shorter");
        assertThat(ada.get(ROUTING + "/lookup?number=8" + prefix)
                        .json()
                        .path("route")
                        .isNull())
                .isTrue();
        assertThat(ada.get("/routing/lookup?at=2026-07-01T00:00&number=" + prefix + "755")
                        .body())
                .contains("Globex", "Takes the number", "A longer prefix counts");
        assertThat(ada.get("/routing/lookup?number=none").status()).isEqualTo(422);
    }

    @Test
    void whatIsOutOfSightIsNeitherListedNorLookedUpNorInTheWay() {
        var hidden = add(Cast.INITECH, prefix + "5", 1, "2026-01-01T00:00:00Z");
        add(Cast.ACME, prefix, 1, "2026-01-01T00:00:00Z");
        var sami = panel.as(cast.sami);

        assertThat(sami.get(hidden).status()).isEqualTo(404);
        assertThat(sami.get(ROUTING + "?q=" + prefix).json().path("total").asInt())
                .isEqualTo(1);
        var found = sami.get(ROUTING + "/lookup?number=" + prefix + "55");
        assertThat(found.json().path("route").path("partner").asString()).isEqualTo(Cast.ACME);
        assertThat(verdicts(found)).containsExactly("chosen");
        assertThat(sami.get("/routing/lookup?number=" + prefix + "55").body())
                .contains("Judged by the routes that you see");
        var mine = sami.post(
                ROUTING, Map.of("prefix", prefix + "5", "partner", Cast.ACME, "effectiveFrom", "2026-01-01T00:00:00Z"));
        assertThat(mine.status()).isEqualTo(201);
        assertThat(mine.json().path("overlaps").path("same")).isEmpty();
        assertThat(panel.as(cast.pia).get(ROUTING).status()).isEqualTo(403);
    }

    @Test
    void aPartnerThatIsSwitchedOffTakesNoNumbers() {
        var key = "routing-" + UUID.randomUUID().toString().substring(0, 8);
        ada.post("/api/v1/partners", Map.of("name", "Partner " + key, "key", key));
        var route = add(key, prefix + "5", 1, "2026-01-01T00:00:00Z");
        add(Cast.ACME, prefix, 1, "2026-01-01T00:00:00Z");
        assertThat(ada.delete("/api/v1/partners/" + key).status()).isEqualTo(409);

        ada.patch("/api/v1/partners/" + key, Map.of("active", false));

        assertThat(ada.get(route).status()).isEqualTo(404);
        assertThat(ada.get(ROUTING + "/lookup?number=" + prefix + "55")
                        .json()
                        .path("route")
                        .path("partner")
                        .asString())
                .isEqualTo(Cast.ACME);
    }

    @Test
    void listIsSearchedSortedAndPaged() {
        add(Cast.GLOBEX, prefix + "2", 1, "2026-01-01T00:00:00Z");
        add(Cast.ACME, prefix + "1", 2, "2026-03-01T00:00:00Z");
        add(Cast.GLOBEX, prefix + "1", 1, "2026-02-01T00:00:00Z");

        var all = new ArrayList<String>();
        var base = ROUTING + "?limit=2&q=%2B" + prefix;
        var next = base;
        while (!next.isEmpty()) {
            var page = ada.get(next).json();
            assertThat(page.path("total").asInt()).isEqualTo(3);
            all.addAll(routes(page));
            next = page.has("next") ? base + "&after=" + page.path("next").asString() : "";
        }
        assertThat(all).containsExactly(prefix + "1 globex", prefix + "1 acme", prefix + "2 globex");
        assertThat(routes(ada.get(ROUTING + "?sort=-effectiveFrom&q=" + prefix).json()))
                .containsExactly(prefix + "1 acme", prefix + "1 globex", prefix + "2 globex");
        assertThat(routes(ada.get(ROUTING + "?sort=partner&partner=acme&q=" + prefix)
                        .json()))
                .containsExactly(prefix + "1 acme");
        assertThat(ada.get(ROUTING + "?sort=changedBy").status()).isEqualTo(422);
    }

    @Test
    void pagesShowWhatMayBeDoneAndKeepWhatWasTyped() {
        var made = ada.form("/routing", Map.of("prefix", prefix, "partner", Cast.ACME, "priority", "2"));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        var page = made.header("Location");
        assertThat(ada.get(page).body()).contains("Route ", prefix, "Acme Logistics", page + "/delete");
        assertThat(ada.get("/routing?q=" + prefix).body()).contains(prefix, "/routing/new", "/routing/lookup");

        var refused =
                ada.form("/routing", Map.of("prefix", "abc", "priority", "x", "effectiveFrom", "2026-12-01T10:00"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"abc\"", "value=\"2026-12-01T10:00\"", "from 1, which goes first");
        var form = Map.of("prefix", prefix, "partner", Cast.ACME, "priority", "4", "version", "1");
        assertThat(ada.form(page, form).header("Location")).isEqualTo(page);
        assertThat(ada.form(page, form).status()).isEqualTo(412);
        assertThat(ada.get(page + "/delete").body()).contains("No shorter prefix");
        assertThat(ada.form(page + "/delete", Map.of("version", "2")).header("Location"))
                .isEqualTo("/routing");
    }

    private String add(String partner, String itsPrefix, int priority, String from) {
        var answer = ada.post(
                ROUTING, Map.of("prefix", itsPrefix, "partner", partner, "priority", priority, "effectiveFrom", from));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> routes(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("prefix").asString() + " "
                        + item.path("partner").asString())
                .toList();
    }

    private static List<String> verdicts(Answer lookup) {
        return lookup.json()
                .path("candidates")
                .valueStream()
                .map(item -> item.path("verdict").asString())
                .toList();
    }

    private static List<String> fields(Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}
