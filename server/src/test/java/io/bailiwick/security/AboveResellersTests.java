package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is about the whole account is closed to an Administrator with a reseller, though his group allows everything. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AboveResellersTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Town.Quarter here;
    private Visitor mayor;
    private Visitor north;
    private String email;

    @BeforeAll
    void settle() {
        here = town.quarter("Above");
        mayor = panel.signIn(here.mayor());
        var everything = mayor.post("/api/v1/groups", Map.of("name", "Everything"))
                .json()
                .path("id")
                .asString();
        var person = town.add(
                here,
                "Nadia North",
                Role.ADMINISTRATOR,
                Traits.NONE.in(everything).of("north"));
        email = person.email();
        north = panel.signIn(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/resellers", "/areas", "/applications"})
    void theGuardItselfRefusesWithGateAndReason(String path) {
        var thing = here.ids().get(path.substring(1));
        for (var api : List.of("/api/v1" + path, "/api/v1" + path + "/" + thing)) {
            var refused = north.get(api);
            assertThat(refused.status()).as(api).isEqualTo(403);
            assertThat(refused.json().path("gate").asString()).isEqualTo("role");
            assertThat(refused.json().path("reason").asString())
                    .startsWith("The area `")
                    .endsWith("is closed to whoever has a reseller");
            assertThat(refused.json().path("decisionId").asString()).isNotEmpty();
        }
        assertThat(north.post("/api/v1" + path, Map.of()).status()).isEqualTo(403);
        assertThat(north.delete("/api/v1" + path + "/" + thing).status()).isEqualTo(403);
        for (var screen : List.of(path, path + "/" + thing, path + "/new")) {
            var page = north.get(screen);
            assertThat(page.status()).as(screen).isEqualTo(403);
            assertThat(page.body())
                    .contains("is closed to whoever has a reseller")
                    .contains("Your role and its permissions");
        }
        assertThat(mayor.get(path).status()).isEqualTo(200);
    }

    @Test
    void outgoingMailIsClosedLikewise() {
        assertThat(north.get("/api/v1/mail").json().path("gate").asString()).isEqualTo("role");
        assertThat(north.get("/mail").status()).isEqualTo(403);
        assertThat(north.get("/users").body()).doesNotContain("href=\"/mail\"");
        assertThat(mayor.get("/mail").status()).isEqualTo(200);
    }

    @Test
    void theNavigationShowsWhatIsOpenAlone() {
        var page = north.get("/users").body();

        assertThat(page).contains("href=\"/users\"", "href=\"/groups\"", "href=\"/partners\"");
        assertThat(Stream.of("resellers", "areas", "applications"))
                .noneMatch(closed -> page.contains("href=\"/" + closed + "\""));
        assertThat(mayor.get("/users").body())
                .contains("href=\"/resellers\"", "href=\"/areas\"", "href=\"/applications\"");
    }

    @Test
    void explanationsAndProxiesSayTheSame() {
        var explained = mayor.get("/api/v1/explain?method=GET&path=/resellers&user=" + email)
                .json();
        assertThat(explained.path("allowed").asBoolean()).isFalse();
        assertThat(explained.path("gate").asString()).isEqualTo("role");
        assertThat(explained.path("gates").get(4).path("open").asBoolean()).isFalse();
        assertThat(explained.path("remedies").get(0).asString()).contains("no reseller");
        assertThat(mayor.get("/api/v1/explain?method=GET&path=/users&user=" + email)
                        .json()
                        .path("allowed")
                        .asBoolean())
                .isTrue();

        var forwarded = Map.of("X-Forwarded-For", "127.0.0.1");
        assertThat(north.send("GET", "/authz/cockpit/ext-authz/resellers", null, forwarded)
                        .status())
                .isEqualTo(403);
        assertThat(north.send("GET", "/authz/cockpit/ext-authz/users", null, forwarded)
                        .status())
                .isEqualTo(200);
        assertThat(north.send("GET", "/authz/shop/ext-authz/orders", null, forwarded)
                        .status())
                .as("the group allows no area of other applications less than of the panel")
                .isEqualTo(200);
    }

    @Test
    void hisOwnPagesWorkWithoutThem() {
        for (var path : List.of("/users/new", "/groups", "/partners/new", "/explain", "/")) {
            assertThat(north.get(path).status()).as(path).isIn(200, 302, 303);
        }
    }
}
