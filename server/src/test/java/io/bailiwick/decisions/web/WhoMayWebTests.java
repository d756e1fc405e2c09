package io.bailiwick.decisions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do something, as scripts and people read it. */
@PanelTest
class WhoMayWebTests {
    private final Cast cast;
    private final Panel panel;
    private final JdbcClient jdbc;
    private final Visitor ada;
    private final String users;

    @Autowired
    WhoMayWebTests(Cast cast, Panel panel, JdbcClient jdbc) {
        this.cast = cast;
        this.panel = panel;
        this.jdbc = jdbc;
        ada = panel.as(cast.ada);
        users = AreaIds.inPanel(ada, "Users");
    }

    @Test
    void theAnswerIsPagedByNameWithATotal() {
        var first = ada.get("/api/v1/areas/" + users + "/users?action=update&limit=2");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("total").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(first.json().path("items").get(0).path("name").asString()).isEqualTo(cast.ada.name());
        assertThat(first.json().path("items").get(0).path("role").asString()).isEqualTo("administrator");
        var second = ada.get("/api/v1/areas/" + users + "/users?action=update&limit=2&after="
                + first.json().path("next").asString());
        assertThat(second.json().path("items").size()).isEqualTo(2);
        assertThat(second.body()).doesNotContain(cast.ada.email());
    }

    @Test
    void whatTheQuestionNamesWronglyIsTold() {
        assertThat(ada.get("/api/v1/areas/" + users + "/users").status()).isEqualTo(422);
        assertThat(ada.get("/api/v1/areas/" + users + "/users?action=read&partner=nobody")
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/api/v1/areas/none/users?action=read").status()).isEqualTo(404);
        assertThat(ada.get("/areas/" + users + "/users?action=read&partner=nobody")
                        .body())
                .contains("There is no partner nobody.");
    }

    @Test
    void thePageSaysWhoMayAndWhatWasNotJudged() {
        var page =
                ada.get("/areas/" + users + "/users?action=update&partner=acme").body();

        assertThat(page)
                .contains("Who may update Users", cast.ada.name(), cast.kim.name())
                .contains("The network is not judged", "the gate “status” is closed to them")
                .doesNotContain(cast.kevin.name(), cast.rita.name());
        assertThat(ada.get("/areas/" + users + "/users?action=update&partner=umbrella")
                        .body())
                .contains("Nobody may", "The partner umbrella is switched off");
        assertThat(ada.get("/areas/" + users).body()).contains("/areas/" + users + "/users");
        assertThat(ada.get("/explain?user=" + cast.kim.id() + "&method=DELETE&path=/api/v1/users/1&partner=acme")
                        .body())
                .contains("/areas/" + users + "/users?action=delete&amp;partner=acme");
    }

    @Test
    void fromWhoMayOneIsLedToWhyWhateverTheAreaIsCalled() {
        ada.post("/api/v1/applications", Map.of("name", "Garage", "key", "garage"));
        var area = ada.post(
                "/api/v1/areas",
                Map.of("application", "garage", "name", "Parts & spares + more", "paths", List.of("/p")));
        assertThat(area.status()).as(area.body()).isEqualTo(201);
        var page = ada.get("/areas/" + area.json().path("id").asString() + "/users?action=read")
                .body();

        assertThat(page).contains("/users/" + cast.ada.id() + "/access?q=Parts+%26+spares+%2B+more\"");
        assertThat(ada.get("/users/" + cast.ada.id() + "/access?q=Parts+%26+spares+%2B+more")
                        .body())
                .contains("Parts &amp; spares + more");
        assertThat(ada.delete("/api/v1/applications/garage").status()).isEqualTo(204);
    }

    @Test
    void allOfThemComeAsAFileWithoutFormulas() {
        var file = ada.get("/areas/" + users + "/users/export?action=update");

        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("who-may.csv");
        assertThat(file.body()).startsWith("\uFEFFname,email,role,groups,reseller,id");
        var rows = ada.get("/api/v1/areas/" + users + "/users/export?action=update")
                .body()
                .lines()
                .toList();
        assertThat(rows)
                .hasSize(1
                        + ada.get("/api/v1/areas/" + users + "/users?action=update")
                                .json()
                                .path("total")
                                .asInt());
        assertThat(rows).anyMatch(row -> row.contains(cast.rita.email() + ",administrator,Desk,northwind,"));
        assertThat(jdbc.sql("""
                select count(*) from audit_entries
                where account = :account and kind = 'users.exported' and details ->> 'search' = 'may update cockpit/Users'
                """)
                        .param("account", cast.northgate.id().value())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoMayNotExplainOrReadUsersIsRefused() {
        for (var person : new Cast.Person[] {cast.kim, cast.pia, cast.kevin}) {
            var visitor = panel.as(person);
            for (var path : new String[] {"/api/v1/areas/", "/areas/"}) {
                assertThat(visitor.get(path + users + "/users?action=read").status())
                        .as(person.name())
                        .isEqualTo(403);
                assertThat(visitor.get(path + users + "/users/export?action=read")
                                .status())
                        .isEqualTo(403);
            }
        }
    }
}
