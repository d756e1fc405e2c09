package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class GroupsOfferedTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void limitedAdministratorIsOfferedWhatHeMayGive() {
        var key = "offer-" + UUID.randomUUID().toString().substring(0, 8);
        var ada = panel.as(cast.ada);
        ada.post("/api/v1/applications", Map.of("name", key, "key", key));
        ada.post("/api/v1/areas", Map.of("application", key, "name", "Orders", "paths", List.of("/orders")));
        ada.post(
                "/api/v1/areas",
                Map.of("application", key, "name", "Staff", "paths", List.of("/staff"), "gate", "staff"));
        var orders = group(key + " orders", key + "/Orders");
        var staff = group(key + " staff", key + "/Staff");
        var partners = group(key + " partners", "cockpit/Partners");
        var users = group(key + " users", "cockpit/Users");

        var offered = panel.as(cast.kim).get("/users/options/groups?q=" + key).body();
        assertThat(of(offered, orders))
                .contains("aria-disabled=\"true\"", "on an area that you do not see")
                .doesNotContain("Orders");
        assertThat(of(offered, staff)).doesNotContain("aria-disabled=").contains("For users of partners alone");
        assertThat(of(offered, partners)).doesNotContain("aria-disabled=").contains("Not for Administrators");
        assertThat(of(offered, users)).doesNotContain("aria-disabled=", "class=\"hint\"");
        assertThat(panel.as(cast.grace).get("/users/options/groups?q=" + key).body())
                .doesNotContain("aria-disabled=", "class=\"hint\"");
    }

    private String group(String name, String area) {
        var rule = Map.of("area", area, "access", List.of("read"), "effect", "allow");
        var made = panel.as(cast.ada).post("/api/v1/groups", Map.of("name", name, "rules", List.of(rule)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static String of(String page, String group) {
        return page.replaceAll("(?s).*<label>(<input[^>]*value=\"" + group + "\".*?)</label>.*", "$1");
    }
}
