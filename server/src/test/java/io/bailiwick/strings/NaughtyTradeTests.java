package io.bailiwick.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.flows.Plant;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Naughty comments, entries and names of what messages go through: kept and shown as they are, or refused with words. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyTradeTests {
    private static final String ENTRIES = "/api/v1/billing/acme/entries";

    private final Panel panel;
    private final House house;

    @Autowired
    NaughtyTradeTests(Panel panel, Accounts accounts, Users users) {
        this.panel = panel;
        house = new House(panel, accounts, users, "Naughty Trade");
    }

    @BeforeAll
    void aPartner() {
        house.visitor.post("/api/v1/partners", Map.of("name", "Acme", "key", "acme"));
        house.visitor.put("/api/v1/billing/acme/terms", Map.of("currency", "EUR"));
    }

    @Test
    void commentsAreKeptAndShownAsTyped() {
        var issue = new Plant(house.visitor).everything(panel.visitor()).get("issues");
        var comments = "/api/v1/issues/" + issue + "/comments";
        var said = NaughtyStrings.together(
                NaughtyStrings.ALL.stream().filter(NaughtyStrings::isOneLine).toList(), "\n", 4_000);
        for (var text : NaughtyStrings.ALL) {
            if (!NaughtyStrings.isOneLine(text) || !NaughtyStrings.isVisible(text)) {
                House.assertRefused(house.visitor.post(comments, Map.of("text", text)), "text", text);
            }
        }
        for (var text : said) {
            var answer = house.visitor.post(comments, Map.of("text", text));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }

        var kept = new ArrayList<String>();
        house.visitor
                .get(comments)
                .json()
                .path("items")
                .forEach(each -> kept.add(each.path("text").asString()));
        assertThat(kept).containsExactlyElementsOf(said);
        assertThat(house.shown("/issues/" + issue + "?", ".said p"))
                .containsExactlyElementsOf(said.stream().flatMap(String::lines).toList());
    }

    @Test
    void entriesAreKeptAndShownAsTyped() {
        for (var text : NaughtyStrings.ALL) {
            if (!NaughtyStrings.isName(text, 200)) {
                var entry = Map.of("key", "refused", "amount", "1", "text", text);
                House.assertRefused(house.visitor.post(ENTRIES, entry), "text", text);
            }
        }
        var texts = NaughtyStrings.names(200);
        for (int number = 0; number < texts.size(); number++) {
            var entry = Map.of("key", "entry-" + number, "amount", "1", "text", texts.get(number));
            var answer = house.visitor.post(ENTRIES, entry);
            assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        }

        var kept = new ArrayList<String>();
        house.visitor
                .get("/api/v1/billing/acme?limit=500")
                .json()
                .path("entries")
                .path("items")
                .forEach(each -> kept.add(each.path("text").asString()));
        assertThat(kept).containsExactlyElementsOf(texts.reversed());
        assertThat(house.shown("/billing/acme?", "td bdi")).containsAll(texts);
    }

    @Test
    void namesOfEndpointsAndAccessPointsAreKeptAndShownAsTyped() {
        var names = NaughtyStrings.names(100);
        for (var list : List.of("endpoints", "access-points")) {
            for (var text : NaughtyStrings.ALL) {
                if (!NaughtyStrings.isName(text, 100)) {
                    House.assertRefused(make(list, text, "refused"), "name", text);
                }
            }
            for (int number = 0; number < names.size(); number++) {
                var answer = make(list, names.get(number), "naughty-" + number);
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            }

            assertThat(house.listed("/api/v1/" + list + "?q=naughty-"))
                    .extracting(each -> each.path("name").asString())
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(house.shown("/" + list + "?q=naughty-&", "td.w bdi")).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private Answer make(String list, String name, String key) {
        return list.equals("endpoints")
                ? house.visitor.post(
                        "/api/v1/endpoints", Map.of("name", name, "key", key, "url", "https://partner.example/"))
                : house.visitor.post("/api/v1/access-points", Map.of("name", name, "key", key));
    }
}
