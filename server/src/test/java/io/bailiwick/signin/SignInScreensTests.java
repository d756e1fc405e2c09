package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PanelTest
class SignInScreensTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoeverIsSignedOutIsLedToSignInAndBack() {
        var visitor = panel.visitor();
        var led = visitor.get("/me?x=1");
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo("/sign-in?next=%2Fme%3Fx%3D1");
        var page = visitor.get(led.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"next\" value=\"/me?x=1\"");
        var back = visitor.form("/sign-in", fields(cast.kevin, "/me?x=1"));
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo("/me?x=1");
        assertThat(visitor.get("/me").status()).isEqualTo(200);
    }

    @Test
    void whoeverIsSignedOutAsAPartIsFetchedIsLedBackToWhatWasToBeShown() {
        var visitor = panel.visitor();
        var shown = Map.of("HX-Request", "true", "HX-Current-URL", "http://127.0.0.1/users?q=a");
        var search = visitor.send("GET", "/users?q=last%3A%3C90d+%22a%22", null, shown);
        assertThat(search.status()).isEqualTo(401);
        assertThat(search.header("HX-Redirect"))
                .isEqualTo("/sign-in?next=%2Fusers%3Fq%3Dlast%253A%253C90d%2B%2522a%2522");
        assertThat(visitor.get(search.header("HX-Redirect")).body())
                .contains("name=\"next\" value=\"/users?q=last%3A%3C90d+%22a%22\"");
        var part = visitor.send("GET", "/users/views/counts", null, shown);
        assertThat(part.status()).isEqualTo(401);
        assertThat(part.header("HX-Redirect"))
                .as("what is typed on the page stays")
                .isEmpty();
        assertThat(part.body()).contains("Your session has ended", "href=\"/sign-in?next=%2Fusers%3Fq%3Da\"");
    }

    @Test
    void whoeverSendsAFormSignedOutIsLedBackToItsPage() {
        var answer = panel.visitor()
                .send("POST", "/users/bulk/disable", "", Map.of("Referer", "http://127.0.0.1/users?q=status%3Aactive"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("href=\"/sign-in?next=%2Fusers%3Fq%3Dstatus%253Aactive\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/%5cevil.example", "javascript:1"})
    void nobodyIsLedToAnotherSite(String next) {
        var visitor = panel.visitor();
        var answer = visitor.form("/sign-in", fields(cast.kevin, next));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void signInLeadsBackToAnApplicationsRegisteredOriginAlone() {
        var made = panel.as(cast.ada)
                .post(
                        "/api/v1/applications",
                        Map.of("name", "Way back", "key", "way-back", "origins", List.of("https://back.example")));
        assertThat(made.status()).isEqualTo(201);
        var visitor = panel.visitor();
        var page = visitor.get("/sign-in?next=https%3A%2F%2Fback.example%2Forders%3Fx%3D1");
        assertThat(page.body()).contains("name=\"next\" value=\"https://back.example/orders?x=1\"");

        var answer = visitor.form("/sign-in", fields(cast.kevin, "https://back.example/orders?x=1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Refresh")).isEqualTo("0; url=https://back.example/orders?x=1");
        assertThat(answer.body()).contains("href=\"https://back.example/orders?x=1\"");
        assertThat(visitor.get("/sign-in?next=https%3A%2F%2Fback.example%2F").header("Location"))
                .isEqualTo("https://back.example/");
        assertThat(visitor.get("/sign-in?next=https%3A%2F%2Felsewhere.example%2F")
                        .header("Location"))
                .isEqualTo("/");
        var sven = panel.signIn(cast.sven);
        assertThat(sven.get("/sign-in?next=https%3A%2F%2Fback.example%2F").header("Location"))
                .as("another account's origin")
                .isEqualTo("/");
    }

    @Test
    void aWrongPasswordShowsThePageAgainWithTheAddressAndWithoutThePassword() {
        var visitor = panel.visitor();
        var answer = visitor.form(
                "/sign-in",
                Map.of("email", "nobody.form@people.example", "password", "typed in vain", "next", "/users"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .contains("do not belong together")
                .contains("value=\"nobody.form@people.example\"")
                .contains("name=\"next\" value=\"/users\"")
                .doesNotContain("typed in vain");
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        var answer = panel.visitor().form("/sign-in", Map.of("email", "", "password", ""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("email-error").contains("password-error");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInPlainWords() {
        var visitor = panel.visitor();
        visitor.get("/sign-in");
        var answer = visitor.formWithoutToken("/sign-in", fields(cast.kevin, "/"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("This form has expired or did not come from this panel");
        assertThat(visitor.cookies()).doesNotContainKey("bailiwick");
    }

    @Test
    void aTokenOfAnotherVisitorIsWorthNothing() {
        var answer = panel.visitor()
                .formWithoutToken(
                        "/sign-in",
                        Map.of(
                                "email", cast.kevin.email(),
                                "password", cast.kevin.password(),
                                "_csrf", panel.visitor().csrf()));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void whoeverIsSignedInIsNotAskedAgain() {
        var answer = panel.as(cast.kevin).get("/sign-in?next=/me");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/me");
    }

    @Test
    void aPasswordChangeDueLeadsThere() {
        var person = cast.extra("Dana Due");
        jdbc.sql("update users set password_change_due = true where id = :id")
                .param("id", person.id().value())
                .update();
        var answer = panel.visitor().form("/sign-in", fields(person, "/users"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/me/password");
    }

    @Test
    void signingOutLeadsToTheSignInPageAndEndsTheSession() {
        var visitor = panel.signIn(cast.nora);
        var secret = visitor.cookies().get("bailiwick");
        var answer = visitor.form("/sign-out", Map.of());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in");
        visitor.cookies().put("bailiwick", secret);
        assertThat(visitor.get("/api/v1/me/sessions").status()).isEqualTo(401);
        assertThat(visitor.formWithoutToken("/sign-out", Map.of()).status())
                .as("once more")
                .isEqualTo(303);
    }

    @Test
    void signingOutTakesATokenAndNoLink() {
        var visitor = panel.signIn(cast.nora);
        assertThat(visitor.formWithoutToken("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.get("/sign-out").status()).isIn(404, 405);
        assertThat(visitor.get("/api/v1/me/sessions").status()).isEqualTo(200);
    }

    private static Map<String, String> fields(Cast.Person person, String next) {
        return Map.of("email", person.email(), "password", person.password(), "next", next);
    }
}
