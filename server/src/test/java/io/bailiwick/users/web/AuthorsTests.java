package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who did something is told by name to whoever sees him, and to nobody else. */
@PanelTest
class AuthorsTests {
    private static final String UNSEEN = "Somebody whom you do not see";

    @Autowired
    private Cast cast;

    @Autowired
    private Panel panel;

    @Test
    void anAuthorOutsideTheResellerHasNoName() {
        var ada = panel.as(cast.ada);
        var rita = panel.as(cast.rita);
        var made = ada.post(
                "/api/v1/users",
                Map.of(
                        "email",
                        "authored@people.example",
                        "name",
                        "Arno Authored",
                        "password",
                        "gravel orchid lantern 51",
                        "role",
                        "normal",
                        "groups",
                        List.of(cast.desk.toString()),
                        "reseller",
                        Cast.NORTHWIND));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("createdBy").asString()).isEqualTo(cast.ada.name());
        var id = made.json().path("id").asString();
        var page = "/users/" + id;
        assertThat(ada.get(page).body()).contains("by " + cast.ada.name());

        assertThat(rita.get("/api/v1" + page).json().path("createdBy").asString(""))
                .isEmpty();
        assertThat(rita.get("/api/v1/users/export").body()).contains("Arno").doesNotContain(cast.ada.name());
        for (var each : List.of("", "/history")) {
            assertThat(rita.get(page + each).body()).contains("Arno").doesNotContain(cast.ada.name());
        }
        assertThat(rita.get(page + "/history").body()).contains(UNSEEN);
        ada.patch("/api/v1" + page, Map.of("name", "Arno Renamed"));
        var late = rita.form(page, Map.of("version", "1", "role", "normal", "dataAccess", "none"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains(UNSEEN + " saved this").doesNotContain(cast.ada.name());
        assertThat(rita.get("/groups/" + cast.desk + "/history").body()).doesNotContain(cast.ada.name());

        assertThat(rita.patch("/api/v1" + page, Map.of("name", "Arno by Rita")).status())
                .isEqualTo(200);
        assertThat(rita.get(page + "/history").body()).contains(cast.rita.name());
        assertThat(ada.get(page + "/history").body()).contains(cast.rita.name(), "Ada");
        ada.delete("/api/v1" + page);
    }
}
