package io.bailiwick.http;

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

/** What every call has in common. */
@PanelTest
class ConventionsTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void aRefusalCarriesTheRevisionThatItWasMadeBy() {
        var nora = panel.as(cast.nora);
        for (var path : List.of("/api/v1/users", "/api/v1/nothing", "/users", "/nothing")) {
            var answer = nora.get(path);
            assertThat(answer.status()).as(path).isIn(403, 404);
            assertThat(answer.header("Bailiwick-Revision")).as(path).matches("\\d+");
        }
    }

    @Test
    void aMethodThatIsNotServedIsAnsweredWithThoseThatAre() {
        var answer = panel.as(cast.ada).put("/api/v1/users", Map.of());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", ")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "resellers", "groups", "areas", "applications"})
    void whatIsNoTextIsTheSendersFault(String list) {
        for (var text : List.of("%00", "%ED%A0%80", "%ff")) {
            assertThat(panel.as(cast.ada).get("/api/v1/" + list + "?q=" + text).status())
                    .as(text)
                    .isEqualTo(400);
        }
    }

    @Test
    void signingInWithWhatIsNoTextIsRefusedLikeAnythingWrong() {
        assertThat(panel.visitor()
                        .post("/api/v1/session", "{\"email\":\"a@b.example\",\"password\":\"x\\ud800\"}")
                        .status())
                .isEqualTo(401);
        var account = Map.of("email", "a@b.example", "password", "x", "account", "\u0000");
        assertThat(panel.visitor().post("/api/v1/session", account).status()).isEqualTo(400);
    }

    @Test
    void nobodyIsFoundByWhatIsNoText() {
        assertThat(panel.as(cast.ada)
                        .get("/api/v1/explain?user=%00&method=GET&path=/users")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        var twice = "{\"name\":\"Twice\",\"key\":\"one\",\"key\":\"two\"}";
        assertThat(panel.as(cast.ada).post("/api/v1/partners", twice).status()).isEqualTo(400);
    }

    @Test
    void aPageWhoseAddressHoldsBracesIsNoFault() {
        var visitor = panel.visitor();
        var answer = visitor.form("/theme", Map.of("theme", "dark", "to", "/users/{x}"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }
}
