package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms about a user that come after somebody else has saved. */
@PanelTest
class LateFormsTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    LateFormsTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void lateAccessIsShownBesideWhatIsSavedAndOverwritesNothingYet() {
        var address = "/users/" + cast.extra("Lena Late").id();
        panel.as(cast.grace)
                .patch(
                        "/api/v1" + address,
                        Map.of(
                                "groups", List.of(cast.desk.value().toString()),
                                "dataAccess", Map.of("mode", "selected", "partners", List.of(Cast.ACME))));

        var late = ada.form(
                address, Map.of("version", "1", "role", "normal", "dataAccess", "all", "normalPermissions", "jobs"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Grace Hopper saved this", "name=\"version\" value=\"2\"")
                .contains("<bdi>Desk</bdi>", "<bdi>Acme Logistics</bdi>", "<bdi>All partners</bdi>", "<bdi>Jobs</bdi>")
                .doesNotContain("Look at it as it is");
        var saved = ada.get("/api/v1" + address).json();
        assertThat(saved.path("groups").size()).isEqualTo(1);
        assertThat(saved.path("permissions").size()).isZero();
    }

    @Test
    void lateDetailsAreShownBesideWhatIsSaved() {
        var address = "/users/" + cast.extra("Lotte Late").id();
        panel.as(cast.grace)
                .patch("/api/v1" + address, Map.of("network", List.of("10.0.0.0/8"), "timeZone", "Asia/Tokyo"));

        var late = ada.form(
                address + "/sign-in",
                Map.of(
                        "version", "1",
                        "name", "Lotte Later",
                        "email", "lotte.late@people.example",
                        "timeZone", "UTC",
                        "network", "192.0.2.7"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Grace Hopper saved this", "name=\"version\" value=\"2\"")
                .contains("<bdi>Lotte Late</bdi>", "<bdi>Lotte Later</bdi>")
                .contains("<bdi>10.0.0.0/8</bdi>", "<bdi>192.0.2.7</bdi>", "<bdi>Asia/Tokyo</bdi>")
                .doesNotContain("<th scope=\"row\">Role</th>");
    }
}
