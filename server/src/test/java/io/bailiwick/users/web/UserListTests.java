package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of all users as people see it, without script. */
@PanelTest
class UserListTests {
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([a-zA-Z]+)\" value=\"([^\"]*)\">");

    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;
    private final JdbcClient jdbc;
    private final DataSource source;

    @Autowired
    UserListTests(Cast cast, Panel panel, JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void aWrongWordIsToldBesideTheSearchWithWhatWasMeant() {
        var wrong = ada.get("/users?q=aalto%20status:lokced");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("<bdi>lokced</bdi></code> is no status. Did you mean <code><bdi>locked</bdi></code>?")
                .contains("href=\"/users?q=aalto%20status%3Alocked\"")
                .contains("Sami Aalto")
                .contains("value=\"aalto status:lokced\"");
        var part = ada.send("GET", "/users?q=statis:locked", null, Map.of("HX-Request", "true"));
        assertThat(part.status()).as("htmx swaps no other").isEqualTo(200);
        assertThat(part.body()).contains("Did you mean <code><bdi>status:</bdi></code>?");
    }

    @Test
    void aResellersAdministratorIsToldWhoseTheNumberIs() {
        assertThat(panel.as(cast.rita).get("/users").body()).contains("people of your reseller in Northgate Telecom.");
        assertThat(ada.get("/users").body())
                .contains("people in Northgate Telecom.")
                .doesNotContain("of your reseller");
    }

    @Test
    void facetsWriteTheSameGrammar() {
        var page = ada.get("/users?q=aalto").body();

        assertThat(page)
                .contains("href=\"/users?q=aalto%20status%3Alocked\"")
                .contains("href=\"/users?q=aalto%20role%3Anormal\"")
                .contains("href=\"/users?q=aalto%20group%3ADesk\"")
                .contains("href=\"/users?q=aalto%20partner%3Aacme\"")
                .contains("href=\"/users?q=aalto%20last%3A%3C90d\"");
        assertThat(ada.get("/users?q=partner:acme").body()).contains("Partner: <bdi>Acme");
        assertThat(ada.get("/users?status=disabled&role=normal&q=x").header("Location"))
                .endsWith("/users?q=x%20status%3Adisabled%20role%3Anormal");
    }

    @Test
    void viewsAreTabsWhoseCountsComeAfterThePage() {
        var page = ada.get("/users?q=status:disabled").body();

        assertThat(page)
                .containsPattern("href=\"/users\"[^>]*>Everyone<span class=\"n\">[0-9,]+</span>")
                .containsPattern("aria-current=\"page\"[^>]*>Disabled<span class=\"n\" id=\"count-disabled\"")
                .contains("Locked", "Idle 90 days", "Administrators", "hx-get=\"/users/views/counts\"");
        assertThat(ada.get("/users/views/counts").body())
                .containsPattern("id=\"count-disabled\"[^>]*>[1-9]")
                .containsPattern("id=\"count-locked\"[^>]*>[0-9]");
    }

    @Test
    void theLockedAreShownAsLocked() {
        var person = cast.extra("Lenny Locked");
        jdbc.sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                values (:account, :email, 9, now(), now() + interval '1 hour')
                """)
                .param("account", cast.northgate.id().value())
                .param("email", person.email().toLowerCase(java.util.Locale.ROOT))
                .update();

        var page = ada.get("/users?q=status:locked%20lenny").body();
        assertThat(page).contains("Lenny Locked").contains("Locked until");
    }

    @Test
    void allThatMatchAreSelectedInASecondStepAndDeleted() {
        var word = "matching" + UUID.randomUUID().toString().substring(0, 8);
        for (int each = 0; each < 3; each++) {
            cast.extra(word + " " + each);
        }
        var address = "/users?q=" + word + "&limit=2";
        assertThat(ada.get(address).body()).contains("Select all 3 that match").contains("all=matching");

        var all = ada.get(address + "&all=matching").body();
        assertThat(all).contains("All 3 that match are selected").contains("name=\"version\"");
        var asked = ada.form("/users/bulk/delete", fields(all, "list", "version"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.body()).contains("Delete 3 users?").contains("This cannot be undone.");
        cast.extra(word + " late");
        var stale = ada.form("/users/bulk/delete", fields(asked.body()));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("4 users now").contains("Delete 4 users?");
        assertThat(ada.form("/users/bulk/delete", fields(stale.body())).header("Location"))
                .endsWith("/users?q=" + word);
        assertThat(ada.get("/users?q=" + word).body())
                .contains("4 users are deleted.")
                .contains("Nobody matches");
    }

    @Test
    void theListComesBackInItsOrder() {
        var one = cast.extra("Ordered " + UUID.randomUUID());
        var list = ada.get("/users?q=ordered&sort=-createdAt").body();
        assertThat(list).contains("name=\"sort\" value=\"-createdAt\"");
        var picked = Map.of("id", one.id().toString(), "list", "ordered", "sort", "-createdAt");

        var asked = ada.form("/users/bulk/disable", picked).body();
        assertThat(asked).contains("href=\"/users?q=ordered&amp;sort=-createdAt\"");
        assertThat(ada.form("/users/bulk/disable", fields(asked)).header("Location"))
                .endsWith("/users?q=ordered&sort=-createdAt");
        assertThat(ada.get("/users").body()).contains("One user is disabled, and every session has ended.");
        assertThat(ada.form("/users/bulk/groups", picked).body())
                .contains("data-source=\"/users/options/groups\"")
                .contains("name=\"sort\" value=\"-createdAt\"");
        assertThat(ada.form("/users/bulk/access", picked).body()).contains("name=\"partners\"");
    }

    @Test
    void moreIsFoundForManyWithoutScriptAndNothingIsDone() {
        var one = cast.extra("Seeker " + UUID.randomUUID());
        var group = "Sought " + UUID.randomUUID();
        assertThat(ada.post("/api/v1/groups", Map.of("name", group, "defaultAccess", List.of("read")))
                        .status())
                .isEqualTo(201);
        var picked = Map.of("id", one.id().toString(), "go", "true", "find", "groups", "mode", "leave");
        var asked = new java.util.HashMap<>(picked);
        asked.put("findGroups", group.substring(0, 20));
        asked.put("groups", cast.desk.toString());

        var found = ada.form("/users/bulk/groups", asked);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains(group, "Desk").containsPattern("value=\"leave\"[^>]* checked");
    }

    @Test
    void everyRowLeadsToItsPasswordAndTellsTimesOnFocus() {
        panel.as(cast.sami);
        var row = ada.get("/users?q=" + cast.sami.email()).body();

        assertThat(row).contains("href=\"/users/" + cast.sami.id() + "/password\"", "Change password");
        assertThat(row).contains("href=\"/users/" + cast.sami.id() + "/delete\"");
        assertThat(ada.get("/users?q=" + cast.ada.email()).body())
                .as("nobody deletes themselves")
                .contains("href=\"/users/" + cast.ada.id() + "/password\"")
                .doesNotContain("href=\"/users/" + cast.ada.id() + "/delete\"");
        assertThat(row).containsPattern("<time datetime=[^>]* tabindex=\"0\"");
        var part = ada.send("GET", "/users?q=" + cast.sami.email(), null, Map.of("HX-Request", "true"));
        assertThat(part.body()).containsPattern("data-behaviour=\"say\" data-say=\"One person matches");
    }

    @Test
    void whoIsRefusedIsNamedWithTheOfferToGoOn() {
        var one = cast.extra("Offered One");
        var fields = Map.of("id", one.id().toString(), "list", "offered");
        assertThat(ada.form("/users/bulk/disable", Map.of("list", "offered")).header("Location"))
                .endsWith("/users?q=offered");
        var own = ada.form("/users/bulk/disable", Map.of("id", cast.ada.id().toString()));
        assertThat(own.body()).contains("Nobody changes their own").contains("nobody left to change");

        var body = "id=" + one.id() + "&id=" + cast.ada.id() + "&list=offered&_csrf=" + ada.csrf();
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var asked = ada.send("POST", "/users/bulk/disable", body, form);
        assertThat(asked.body()).contains("One user cannot be changed").contains("Disable the other one");
        var done = ada.send("POST", "/users/bulk/disable", body + "&go=true&withoutRefused=true", form);
        assertThat(done.status()).isEqualTo(303);
        assertThat(ada.get("/users?q=offered").body())
                .contains("One user is disabled, and every session has ended.")
                .contains("One user was left out.");
        assertThat(ada.form("/users/bulk/enable", fields).body()).contains("Enable one user?");
    }

    @Test
    void manyArePutIntoAGroupAndGivenAnotherRole() {
        var one = cast.extra("Regrouped").id().toString();

        var asked = ada.form("/users/bulk/groups", Map.of("id", one)).body();
        assertThat(asked).contains("Groups of one user").contains("none of them is in it");
        assertThat(ada.form("/users/bulk/groups", Map.of("id", one, "mode", "join", "go", "true"))
                        .status())
                .as("no group is chosen")
                .isEqualTo(422);
        var joined = Map.of("id", one, "mode", "join", "go", "true", "groups", cast.desk.toString());
        assertThat(ada.form("/users/bulk/groups", joined).status()).isEqualTo(303);
        var left = Map.of("id", one, "mode", "leave", "go", "true", "groups", cast.desk.toString());
        var bare = ada.form("/users/bulk/groups", left);
        assertThat(bare.status()).isEqualTo(409);
        assertThat(bare.body())
                .contains("in no group any longer", "Groups: <b><bdi>Desk")
                .contains("name=\"confirm\"");
        assertThat(ada.form("/users/bulk/groups", fields(bare.body())).status()).isEqualTo(303);

        assertThat(ada.form("/users/bulk/access", Map.of("id", one)).body()).contains("Role and data of one user");
        var wrong = Map.of("id", one, "given", "true", "dataAccess", "selected");
        assertThat(ada.form("/users/bulk/access", wrong).status()).isEqualTo(422);
        var change = Map.of("id", one, "given", "true", "role", "normal", "dataAccess", "all");
        var review = ada.form("/users/bulk/access", change);
        assertThat(review.body())
                .contains("Give one user other access?", "Role: <b><bdi>Normal", "Data access: <b><bdi>All partners")
                .doesNotContain("Permissions: <b>");
        assertThat(ada.form("/users/bulk/access", fields(review.body())).status())
                .isEqualTo(303);
        assertThat(ada.get("/api/v1/users/" + one)
                        .json()
                        .path("dataAccess")
                        .path("mode")
                        .asString())
                .isEqualTo("all");
    }

    @Test
    void whoNeverCameIsDisabledWithoutASessionAndWhoIsSoAlreadyHasAWord() {
        var one = invited("never.came");
        var asked = ada.form("/users/bulk/disable", Map.of("id", one)).body();
        assertThat(asked)
                .contains("Disable one user?", "One user never accepted an invitation")
                .doesNotContain("every session");
        assertThat(ada.form("/users/bulk/disable", fields(asked)).status()).isEqualTo(303);
        assertThat(ada.get("/users").body())
                .contains("One who never accepted an invitation is disabled; the invitation is worth nothing any more.")
                .doesNotContain("every session", "Nobody was");

        var again = ada.form("/users/bulk/disable", Map.of("id", one)).body();
        assertThat(again)
                .contains("Nothing would change", "One user stays as it is", "never.came@", "Disabled already.")
                .doesNotContain("name=\"withoutRefused\"", "Disable one user");
        ada.form("/users/bulk/disable", Map.of("id", one, "go", "true"));
        assertThat(ada.get("/users").body()).contains("There was nothing to do: that user is like this already.");
        ada.delete("/api/v1/users/" + one);
    }

    @Test
    void whoIsInvitedCannotBeEnabledAndIsTold() {
        var one = invited("not.yet");

        assertThat(ada.form("/users/bulk/enable", Map.of("id", one)).body())
                .contains("Nothing would change", "Invited, and not disabled");
        ada.delete("/api/v1/users/" + one);
    }

    @Test
    void aSearchThatTakesTooLongIsBrokenOffAndToldBesideTheBar() throws SQLException {
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("set local idle_in_transaction_session_timeout = '20s'");
            statement.execute("lock table sign_in_failures in access exclusive mode");
            var script = CompletableFuture.supplyAsync(() -> ada.get("/api/v1/users?q=aalto"));

            var page = ada.get("/users?q=aalto");
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body())
                    .contains("value=\"aalto\"", "This search takes too long.", "The search was broken off")
                    .doesNotContain("Nobody matches", "the rest of the search finds");
            var refused = script.join();
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("q");
            other.rollback();
        }
        assertThat(ada.get("/users?q=aalto").body()).contains("Sami Aalto");
    }

    @Test
    void whatOneMayNotDoIsNotOffered() {
        var kim = panel.as(cast.kim);

        assertThat(kim.get("/users").body()).contains("/users/bulk/disable").doesNotContain("/users/bulk/delete");
        assertThat(kim.form("/users/bulk/delete", Map.of("id", cast.nora.id().toString()))
                        .status())
                .isEqualTo(403);
        assertThat(panel.as(cast.nora).get("/users/export").status()).isEqualTo(403);
    }

    @Test
    void theMenuOfARowOffersWhatThePageOfTheUserDoes() {
        assertThat(row(ada, cast.dora))
                .contains("/enable\"", "/password\"", "/delete\"")
                .doesNotContain("/disable\"");
        assertThat(row(ada, cast.nora)).contains("/disable\"", "Edit</a>").doesNotContain("/enable\"");
        assertThat(row(ada, cast.ada)).contains("/password\"").doesNotContain("able\"", "/delete\"");
        var kim = panel.as(cast.kim);
        assertThat(row(kim, cast.ada)).as("exceeds him").contains("Open</a>").doesNotContain("able\"", "/password\"");
        assertThat(row(kim, cast.kim)).contains("Edit</a>").doesNotContain("able\"");
    }

    @Test
    void enablingIsAskedOnAPageOfItsOwn() {
        var person = cast.extra("Ebba Enabled");
        var address = "/users/" + person.id();
        ada.patch("/api/v1" + address, Map.of("status", "disabled"));
        var asked = ada.get(address + "/enable").body();
        assertThat(asked).contains("Enable Ebba Enabled?", "May sign in again, with everything as it was.");
        assertThat(ada.form(address + "/enable", fields(asked)).status()).isEqualTo(303);
        assertThat(ada.get("/api/v1" + address).json().path("status").asString())
                .isEqualTo("active");
        assertThat(panel.as(cast.kim).get("/users/" + cast.ada.id() + "/enable").body())
                .as("what stands against it")
                .doesNotContain("Enable</button>");
    }

    /** The menu in somebody's row. */
    private static String row(Visitor by, Cast.Person person) {
        var page = by.get("/users?q=" + person.email()).body();
        var row = page.substring(page.indexOf("<td class=\"m\">"));
        return row.substring(0, row.indexOf("</tr>"));
    }

    private String invited(String name) {
        var form = Map.of("email", name + "@people.example", "name", name, "role", "normal");
        return ada.post("/api/v1/users", form).json().path("id").asString();
    }

    private static Map<String, String> fields(String page, String... only) {
        var fields = new java.util.LinkedHashMap<String, String>();
        var found = FIELD.matcher(page.substring(page.indexOf("<main")));
        while (found.find()) {
            if (only.length == 0 || java.util.List.of(only).contains(found.group(1))) {
                fields.put(found.group(1), found.group(2).replace("&#34;", "\"").replace("&amp;", "&"));
            }
        }
        fields.remove("_csrf");
        return fields;
    }
}
