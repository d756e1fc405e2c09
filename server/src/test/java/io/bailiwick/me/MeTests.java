package io.bailiwick.me;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Oneself, over the API and on screens, whatever one's role. */
@PanelTest
class MeTests {
    private static final String NEW_PASSWORD = "vellum quorum 9 tadpole";

    private final Cast cast;
    private final Panel panel;

    @Autowired
    MeTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
    }

    @Test
    void everybodySeesThemselves() {
        for (var person : List.of(cast.ada, cast.kevin, cast.pia, cast.rita, cast.rolf, cast.sven)) {
            var me = panel.as(person).get("/api/v1/me");
            assertThat(me.status()).isEqualTo(200);
            assertThat(me.json().path("email").asString()).isEqualTo(person.email());
            assertThat(me.json().path("role").asString())
                    .isEqualTo(person.role().word());
            assertThat(panel.as(person).get("/me").body()).contains(person.name());
        }
        assertThat(panel.visitor().get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void oneChangesNameAndZoneAndNothingElse() {
        var visitor = panel.signIn(cast.extra("Changing"));

        var answer = visitor.patch("/api/v1/me", Map.of("name", "Changed", "timeZone", "Asia/Tokyo"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("Changed");
        assertThat(visitor.get("/api/v1/me").json().path("timeZone").asString()).isEqualTo("Asia/Tokyo");
        for (var field : List.of("role", "email", "groups", "permissions", "network", "status", "id")) {
            assertThat(visitor.patch("/api/v1/me", Map.of(field, "administrator"))
                            .status())
                    .as(field)
                    .isEqualTo(400);
        }
        assertThat(visitor.patch("/api/v1/me", Map.of("timeZone", "Nowhere")).status())
                .isEqualTo(422);
        assertThat(visitor.send("PATCH", "/api/v1/me", Map.of("name", "Late"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void theCurrentPasswordIsAskedFor() {
        var person = cast.extra("Careful");
        var visitor = panel.signIn(person);
        var elsewhere = panel.signIn(person);

        assertThat(change(visitor, "wrong wrong wrong wrong", NEW_PASSWORD)).isEqualTo(422);
        assertThat(change(visitor, person.password(), person.password())).isEqualTo(422);
        assertThat(change(visitor, person.password(), "short")).isEqualTo(422);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(change(visitor, person.password(), NEW_PASSWORD)).isEqualTo(204);

        assertThat(visitor.get("/api/v1/me").status()).as("goes on here").isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/me").status()).as("ends elsewhere").isEqualTo(401);
    }

    @Test
    void aLongPasswordIsNeverCutOff() {
        var person = cast.extra("Longest");
        var visitor = panel.signIn(person);
        var emoji = "\uD83E\uDD80\uD83C\uDF3B\uD83D\uDE80\uD83C\uDFBB".repeat(50);

        for (var page : List.of(visitor.get("/me/password"), panel.visitor().get("/sign-in"))) {
            assertThat(page.body()).contains("id=\"password\"").doesNotContainPattern("id=\"password\"[^>]*maxlength");
        }
        assertThat(change(visitor, person.password(), "vellum quorum 9 tadpole ".repeat(13)))
                .isEqualTo(422);
        assertThat(change(visitor, person.password(), "vellum quorum 9 tadpole" + emoji))
                .isEqualTo(204);
        var form = Map.of("email", person.email(), "password", "vellum quorum 9 tadpole" + emoji);
        assertThat(panel.visitor().form("/sign-in", form).status()).isEqualTo(303);
    }

    @Test
    void guessingTheCurrentPasswordClosesTheDoor() {
        var person = cast.extra("Guessed");
        var visitor = panel.signIn(person);
        for (int guess = 0; guess < 5; guess++) {
            assertThat(change(visitor, "wrong wrong wrong wrong", NEW_PASSWORD)).isEqualTo(422);
        }

        assertThat(change(visitor, person.password(), NEW_PASSWORD)).isEqualTo(429);
        var forms = Map.of(
                "/me/password",
                Map.of("current", person.password(), "password", NEW_PASSWORD, "again", NEW_PASSWORD),
                "/me/email",
                Map.of("current", person.password(), "email", "guessed.new@people.example"));
        forms.forEach((path, fields) -> {
            var refused = visitor.form(path, fields);
            assertThat(refused.status()).as(path).isEqualTo(429);
            assertThat(refused.header("Retry-After")).as(path).matches("[1-9][0-9]*");
        });
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aPasswordThatIsDueOpensNothingButItsChange() {
        var person = cast.extra("Overdue");
        panel.as(cast.ada)
                .put("/api/v1/users/" + person.id() + "/password", Map.of("password", "kestrel marrow 5 thimble"));
        var due = new Cast.Person(
                person.id(),
                person.account(),
                person.email(),
                person.name(),
                person.role(),
                "kestrel marrow 5 thimble");
        var visitor = panel.visitor();

        var signedIn = visitor.signIn(due);

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().path("next").asString()).isEqualTo("password");
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(visitor.get("/me").header("Location")).endsWith("/me/password");
        assertThat(visitor.get("/messages").status()).isEqualTo(403);
        assertThat(visitor.get("/messages").body())
                .contains("href=\"/me/password\"", "must be changed first", "A new password is due")
                .doesNotContain("ask an administrator of");
        assertThat(visitor.get("/me/password").body())
                .contains("Choose a new password")
                .contains("id=\"lead\"");
        var elsewhere = visitor.patch("/api/v1/me", Map.of("name", "Early"));
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.json().path("gate").asString()).isEqualTo("status");
        assertThat(change(visitor, due.password(), NEW_PASSWORD)).isEqualTo(204);
        assertThat(visitor.patch("/api/v1/me", Map.of("name", "In Time")).status())
                .isEqualTo(200);
    }

    @Test
    void theProfilePageSavesAndRefuses() {
        var visitor = panel.signIn(cast.extra("Paged"));

        var refused = visitor.form("/me", Map.of("name", "<b>x</b>\u202e", "timeZone", "UTC"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"&lt;b>x&lt;/b>\u202e\"").doesNotContain("<b>x");
        var saved = visitor.form("/me", Map.of("name", "<b>x</b>", "timeZone", "Europe/Berlin"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(visitor.get("/me").body())
                .contains("<bdi>&lt;b&gt;x&lt;/b&gt;</bdi>")
                .doesNotContain("<b>x");
    }

    @Test
    void thePasswordPageAsksTwice() {
        var person = cast.extra("Typing");
        var visitor = panel.signIn(person);

        var refused = visitor.form(
                "/me/password", Map.of("current", person.password(), "password", NEW_PASSWORD, "again", "another"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not the same").doesNotContain(NEW_PASSWORD);
        var done = visitor.form(
                "/me/password", Map.of("current", person.password(), "password", NEW_PASSWORD, "again", NEW_PASSWORD));
        assertThat(done.header("Location")).endsWith("/me");
    }

    @Test
    void oneEndsOnesOtherSessions() {
        var person = cast.extra("Everywhere");
        var here = panel.signIn(person);
        var there = panel.signIn(person);
        var third = panel.signIn(person);
        var id = there.get("/api/v1/me/sessions")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(here.form("/me/sessions/" + id + "/delete", Map.of()).status())
                .isEqualTo(303);
        assertThat(there.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(third.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(here.form("/me/sessions/delete", Map.of()).status()).isEqualTo(303);
        assertThat(third.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(here.get("/me").body()).contains("This one");
        assertThat(panel.as(cast.kevin)
                        .form("/me/sessions/" + id + "/delete", Map.of())
                        .status())
                .isEqualTo(404);
    }

    private static int change(Visitor visitor, String current, String password) {
        return visitor.put("/api/v1/me/password", Map.of("current", current, "password", password))
                .status();
    }
}
