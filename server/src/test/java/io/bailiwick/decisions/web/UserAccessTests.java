package io.bailiwick.decisions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a user may do, as scripts and people read it. */
@PanelTest
class UserAccessTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    UserAccessTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void theAnswerNamesTheGateBehindEveryClosedCell() {
        var answer = ada.get("/api/v1/users/" + cast.rita.id() + "/access");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var users = area(answer.json(), "Users");
        assertThat(users.path("access").toString()).isEqualTo("[\"create\",\"read\",\"update\"]");
        assertThat(users.path("closed").size()).isEqualTo(1);
        assertThat(users.path("closed").get(0).path("action").asString()).isEqualTo("delete");
        assertThat(users.path("closed").get(0).path("gate").asString()).isEqualTo("groups");
        assertThat(users.path("closed").get(0).path("cause").asString()).isEqualTo("not-allowed");
        var resellers = area(answer.json(), "Resellers");
        assertThat(resellers.path("access").size()).isZero();
        assertThat(resellers.path("closed").get(0).path("cause").asString()).isEqualTo("reseller");
        assertThat(resellers.path("closed").get(0).path("gate").asString()).isEqualTo("role");
        assertThat(resellers.path("closed").get(0).path("reason").asString())
                .contains("is closed to whoever has a reseller");
        assertThat(answer.json().path("scope").path("reseller").asString()).isEqualTo(Cast.NORTHWIND);
        assertThat(answer.json().path("closed").isNull()).isTrue();
    }

    @Test
    void whatClosesEverythingStandsBesideIt() {
        var dora = ada.get("/api/v1/users/" + cast.dora.id() + "/access").json();

        assertThat(dora.path("closed").path("gate").asString()).isEqualTo("status");
        assertThat(dora.path("closed").path("reason").asString()).contains("disabled");
        assertThat(ada.get("/users/" + cast.dora.id() + "/access").body())
                .contains("Nothing of this is open at present: The user is disabled.");
    }

    @Test
    void thePageSaysInWordsWhatClosesWhat() {
        var page = ada.get("/users/" + cast.rita.id() + "/access").body();

        assertThat(page)
                .contains("Effective access", "Control panel", "Delete: no group allows it.")
                .contains("Role: closed to whoever has a reseller.")
                .contains("Of all partners of the reseller northwind");
        assertThat(ada.get("/users/" + cast.pia.id() + "/access").body())
                .contains("Role: Administrators alone.", "Of one partner:", "acme");
    }

    @Test
    void theAreasAreFilteredByNamePathAndWhatIsOpen() {
        var address = "/users/" + cast.rita.id() + "/access";

        assertThat(ada.get(address + "?q=resellers").body())
                .contains("Resellers")
                .doesNotContain(">Groups</bdi>");
        assertThat(ada.get(address + "?q=%2Fapi%2Fv1%2Fpartners").body())
                .contains(">Partners</bdi>")
                .doesNotContain(">Groups</bdi>");
        assertThat(ada.get(address + "?show=open").body())
                .contains(">Groups</bdi>")
                .doesNotContain(">Partners</bdi>");
        assertThat(ada.get(address + "?show=closed").body()).contains(">Partners</bdi>");
        assertThat(ada.get(address + "?q=nothing+like+it").body()).contains("No area matches");
    }

    @Test
    void everybodyReadsHisOwn() {
        var pia = panel.as(cast.pia);

        assertThat(pia.get("/api/v1/me/access").json().path("user").asString())
                .isEqualTo(cast.pia.id().toString());
        assertThat(pia.get("/me/access").body()).contains("What you may do", "Role: Administrators alone.");
        assertThat(pia.get("/me").body()).contains("href=\"/me/access\"");
        assertThat(pia.get("/api/v1/users/" + cast.pia.id() + "/access").status())
                .isEqualTo(403);
    }

    @Test
    void whoIsOutOfSightIsNotThere() {
        var rita = panel.as(cast.rita);

        assertThat(rita.get("/api/v1/users/" + cast.rolf.id() + "/access").status())
                .isEqualTo(200);
        for (var unseen : new Cast.Person[] {cast.sami, cast.sven}) {
            assertThat(rita.get("/api/v1/users/" + unseen.id() + "/access").status())
                    .isEqualTo(404);
            assertThat(rita.get("/users/" + unseen.id() + "/access").status()).isEqualTo(404);
        }
    }

    private static JsonNode area(JsonNode access, String name) {
        for (var area : access.path("areas")) {
            if (area.path("name").asString().equals(name)
                    && area.path("application").asString().equals("cockpit")) {
                return area;
            }
        }
        throw new AssertionError("no area " + name);
    }
}
