package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class SignInTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void aRightPasswordOpensASession() {
        var visitor = panel.visitor();
        var answer = visitor.signIn(cast.kevin);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/user/email").asString()).isEqualTo(cast.kevin.email());
        assertThat(visitor.get("/api/v1/me/sessions").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordDoesNot() {
        var visitor = panel.visitor();
        var answer = visitor.post("/api/v1/session", Map.of("email", cast.sami.email(), "password", "wrong"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).contains("do not belong together");
        assertThat(visitor.cookies()).isEmpty();
    }
}
