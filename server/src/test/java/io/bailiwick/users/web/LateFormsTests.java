package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.HashMap;
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
        assertThat(late.body().substring(late.body().indexOf("id=\"outlook\"")))
                .as("who gains and loses by saving it over the newer version")
                .contains("Lena Late")
                .doesNotContain("Change something in the form");
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

    @Test
    void whatIsFoundForALateFormHidesNothing() {
        var address = "/users/" + cast.extra("Linda Late").id();
        panel.as(cast.grace).patch("/api/v1" + address, Map.of("permissions", List.of("jobs")));

        var late = ada.form(address, Map.of("version", "1", "find", "groups", "role", "normal", "dataAccess", "none"));

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body()).contains("Grace Hopper saved this", "name=\"version\" value=\"2\"");
    }

    @Test
    void aLateAnswerIsAskedAnew() {
        var person = cast.extra("Lola Late");
        var address = "/users/" + person.id();
        panel.as(cast.grace).patch("/api/v1" + address, Map.of("name", "Lola Later"));

        for (var question : List.of("/delete", "/disable")) {
            var late = ada.form(address + question, Map.of("version", "1"));
            assertThat(late.status()).isEqualTo(303);
            assertThat(late.header("Location")).isEqualTo(address + question);
            assertThat(ada.get(address + question).body())
                    .contains("Somebody changed", "Lola Later", "name=\"version\" value=\"2\"");
        }
        assertThat(ada.form(address + "/enable", Map.of("version", "1")).header("Location"))
                .isEqualTo(address);
        assertThat(ada.get("/api/v1" + address).json().path("status").asString())
                .isEqualTo("active");
    }

    @Test
    void aLateWithdrawalIsAskedAnew() {
        var email = "lotta" + System.nanoTime() + "@people.example";
        var form = Map.of("email", email, "name", "Lotta Late", "role", "normal");
        var address =
                "/users/" + ada.post("/api/v1/users", form).json().path("id").asString();
        panel.as(cast.grace).patch("/api/v1" + address, Map.of("name", "Lotta Later"));

        var late = ada.form(address + "/invitation/withdraw", Map.of("version", "1"));

        assertThat(late.header("Location")).isEqualTo(address + "/invitation/withdraw");
        assertThat(ada.get("/api/v1" + address).status()).isEqualTo(200);
    }

    @Test
    void aLateProfileKeepsWhatWasTyped() {
        var person = cast.extra("Lisa Late");
        var visitor = panel.signIn(person);
        panel.as(cast.grace).patch("/api/v1/users/" + person.id(), Map.of("timeZone", "Asia/Tokyo"));

        var late = visitor.form("/me", Map.of("version", "1", "name", "Lisa Latest", "timeZone", "UTC"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Grace Hopper saved this", "<bdi>Asia/Tokyo</bdi>", "value=\"Lisa Latest\"")
                .contains("name=\"version\" value=\"2\"");
    }

    @Test
    void cancellingAQuestionKeepsWhatWasTyped() {
        var person = cast.extra("Lara Later");
        var address = "/users/" + person.id();
        ada.patch("/api/v1" + address, Map.of("groups", List.of(cast.desk.toString())));
        var typed = Map.of(
                "version",
                "2",
                "role",
                "normal",
                "dataAccess",
                "all",
                "normalPermissions",
                "jobs",
                "sharedTickets",
                "true");

        var asked = ada.form(address, typed);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("<button class=\"btn\" name=\"find\" value=\"\">Cancel");
        var fields = new HashMap<>(typed);
        fields.put("find", "");
        var back = ada.form(address, fields);

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body())
                .containsPattern("name=\"dataAccess\" value=\"all\"[^>]* checked")
                .containsPattern("name=\"normalPermissions\" value=\"jobs\"[^>]* checked")
                .doesNotContain("saved this");
    }
}
