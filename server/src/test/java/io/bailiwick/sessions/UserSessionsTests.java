package io.bailiwick.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator sees the sessions of a user and ends them, unless the user exceeds him. */
@PanelTest
class UserSessionsTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    UserSessionsTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void aSessionIsToldWithDeviceAddressAndTimes() {
        var person = cast.extra("Seen Somewhere");
        panel.signIn(person);

        var list = ada.get(api(person));

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("total").asInt()).isEqualTo(1);
        var session = list.json().path("items").get(0);
        assertThat(session.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(session.path("device").asString()).isNotEmpty();
        assertThat(session.path("createdAt").asString()).as("UTC").endsWith("Z");
        assertThat(session.path("lastSeenAt").asString()).endsWith("Z");
        assertThat(ada.get(page(person)).body())
                .contains("is signed in once", "127.0.0.1", "Since", "Last seen", "End the session of");
        assertThat(ada.get(page(cast.dora)).body()).contains("Nobody is signed in");
    }

    @Test
    void oneSessionIsEndedOrAllOfThem() {
        var person = cast.extra("Ended Often");
        var one = panel.signIn(person);
        var two = panel.signIn(person);
        var three = panel.signIn(person);
        var id = own(one);

        assertThat(ada.delete(api(person) + "/" + id).status()).isEqualTo(204);
        assertThat(one.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(two.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(ada.delete(api(person) + "/" + id).status()).isEqualTo(404);
        assertThat(ada.form(page(person) + "/" + own(two) + "/delete", Map.of()).status())
                .isEqualTo(303);
        assertThat(two.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(ada.get(page(person)).body()).contains("The session of Ended Often has ended.");
        panel.signIn(person);
        assertThat(ada.form(page(person) + "/delete", Map.of()).status()).isEqualTo(303);
        assertThat(three.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(ada.get(page(person)).body()).contains("All 2 sessions of Ended Often have ended.");
        panel.signIn(person);
        assertThat(ada.delete(api(person)).status()).isEqualTo(204);
        assertThat(ada.get(api(person)).json().path("total").asInt()).isZero();
    }

    @Test
    void nobodyEndsSessionsOfWhomExceedsHim() {
        var kim = panel.as(cast.kim);
        var session = own(ada);

        assertThat(kim.delete(api(cast.ada)).status()).isEqualTo(403);
        assertThat(kim.delete(api(cast.ada) + "/" + session).status()).isEqualTo(403);
        assertThat(kim.form(page(cast.ada) + "/delete", Map.of()).status()).isEqualTo(303);
        assertThat(kim.get(page(cast.ada)).body()).contains("You can look, but not change anything here.");
        assertThat(ada.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(panel.as(cast.rita).get(api(cast.sami)).status()).isEqualTo(404);
        assertThat(panel.as(cast.rita).delete(api(cast.sami)).status()).isEqualTo(404);
        assertThat(panel.as(cast.nora).get(api(cast.sami)).status()).isEqualTo(403);
        assertThat(panel.as(cast.sven).get(api(cast.sami)).status()).isEqualTo(404);
    }

    @Test
    void aSessionOfSomebodyElseIsNotEndedUnderAnotherName() {
        assertThat(ada.delete(api(cast.sami) + "/" + own(ada)).status()).isEqualTo(404);
        assertThat(ada.get("/api/v1/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 | Chrome on Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15 | Safari on macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.26 Mobile/15E148 Safari/604.1 | Chrome on iPhone",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/143.2 Mobile/15E148 Safari/604.1 | Firefox on iPhone",
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36 | Samsung Internet on Android",
                "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0 | Firefox on Linux",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 | Chrome on ChromeOS",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 OPR/123.0.0.0 | Opera on Windows",
                "curl/8.5.0 | curl",
                "'' | Unknown device",
            })
    void devicesAreToldApart(String userAgent, String words) {
        assertThat(Devices.words(userAgent)).isEqualTo(words);
    }

    private static String own(Visitor visitor) {
        return visitor.get("/api/v1/me/sessions")
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static String page(Cast.Person person) {
        return "/users/" + person.id() + "/sessions";
    }

    private static String api(Cast.Person person) {
        return "/api/v1/users/" + person.id() + "/sessions";
    }
}
