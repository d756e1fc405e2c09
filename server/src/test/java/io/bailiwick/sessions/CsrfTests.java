package io.bailiwick.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class CsrfTests {
    private static final String OTHERS = "/api/v1/me/sessions";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void aWriteByCookieNeedsTheToken() {
        var visitor = panel.as(cast.sami);
        var refused = visitor.send("DELETE", OTHERS, null, Map.of("X-CSRF-Token", ""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString())
                .contains("CSRF token")
                .contains("X-CSRF-Token");
        assertThat(visitor.send("DELETE", OTHERS, null, Map.of("X-CSRF-Token", "wrong"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.delete(OTHERS).status()).isEqualTo(204);
    }

    @Test
    void theTokenOfAnotherSessionIsWorthNothing() {
        var other = panel.signIn(cast.sami).csrf();
        assertThat(panel.signIn(cast.sami)
                        .send("DELETE", OTHERS, null, Map.of("X-CSRF-Token", other))
                        .status())
                .isEqualTo(403);
        var visitors = panel.visitor().csrf();
        assertThat(panel.signIn(cast.sami)
                        .send("DELETE", OTHERS, null, Map.of("X-CSRF-Token", visitors))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theTokenIsMaskedAnewEachTime() {
        var visitor = panel.signIn(cast.nora);
        var first = Visitor.csrfOf(visitor.get("/me").body());
        var second = Visitor.csrfOf(visitor.get("/me").body());
        assertThat(first).isNotEqualTo(second);
        assertThat(visitor.send("DELETE", OTHERS, null, Map.of("X-CSRF-Token", first))
                        .status())
                .isEqualTo(204);
        assertThat(visitor.send("DELETE", OTHERS, null, Map.of("X-CSRF-Token", second))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoeverIsSignedOutIsToldSoAndNothingOfTokens() {
        assertThat(panel.visitor().delete(OTHERS).status()).isEqualTo(401);
        var gone = panel.signIn(cast.nora);
        gone.cookies().put("bailiwick", cast.northgate.shortId() + "." + "A".repeat(43));
        assertThat(gone.delete(OTHERS).status()).isEqualTo(401);
        assertThat(gone.formWithoutToken("/me/sessions/delete", Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void aFormOfWhoSignedOutInAnotherTabSaysThatHeIsSignedOut() {
        var out = panel.signIn(cast.nora);
        out.form("/sign-out", Map.of());
        assertThat(out.cookies()).doesNotContainKey("bailiwick");
        var late = out.formWithoutToken("/me", Map.of("name", "Too Late"));
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.body()).contains("You are not signed in").doesNotContain("CSRF");
    }

    @Test
    void readsNeedNoTokenAndChangeNothing() {
        var visitor = panel.as(cast.sami);
        assertThat(visitor.send("GET", OTHERS, null, Map.of("X-CSRF-Token", "")).status())
                .isEqualTo(200);
        assertThat(visitor.send("HEAD", OTHERS, null, Map.of("X-CSRF-Token", ""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theVisitorsCookieIsForTheServerAlone() {
        var answer = panel.visitor().get("/sign-in");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.matches("bailiwick-visitor=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"));
    }
}
