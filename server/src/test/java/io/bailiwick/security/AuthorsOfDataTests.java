package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever wrote something down about a partner is named to those alone who see him. */
@PanelTest
class AuthorsOfDataTests {
    private static final String UNSEEN = "Somebody whom you do not see";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Test
    void resellersPeopleAreNotToldWhoOutsideItWrote() {
        var here = town.quarter("Authors");
        var mayor = panel.signIn(here.mayor());
        var access = List.of("create", "read", "update", "delete");
        var rules = List.of("Contacts", "Routing", "Billing").stream()
                .map(area -> Map.of("area", "cockpit/" + area, "access", access, "effect", "allow"))
                .toList();
        var group = mayor.post("/api/v1/groups", Map.of("name", "Carriers", "mode", "only-listed", "rules", rules))
                .json()
                .path("id")
                .asString();
        var worker = panel.signIn(town.add(
                here, "Wim Worker", Role.NORMAL, Traits.sees("all").in(group).of("north")));
        var name = here.mayor().name();
        var contact = mayor.post("/api/v1/contacts", Map.of("partner", "initech", "name", "Ines"))
                .json()
                .path("id")
                .asString();
        var route = mayor.post("/api/v1/routing", Map.of("prefix", "4420", "partner", "initech"))
                .json()
                .path("id")
                .asString();
        mayor.put("/api/v1/billing/initech/terms", Map.of("currency", "EUR", "creditLimit", "5"));
        mayor.post("/api/v1/billing/initech/entries", Map.of("key", "a", "amount", "1", "text", "Paid"));

        for (var path : List.of("/contacts/" + contact, "/routing/" + route, "/billing/initech")) {
            assertThat(mayor.get(path).body()).as(path).contains(name);
            assertThat(worker.get(path).body()).as(path).contains(UNSEEN).doesNotContain(name);
            assertThat(worker.get("/api/v1" + path).body()).as(path).doesNotContain(name, UNSEEN);
        }
        for (var path : List.of("/contacts", "/routing", "/routing/lookup?number=442012")) {
            assertThat(worker.get("/api/v1" + path).body())
                    .as(path)
                    .contains("initech")
                    .doesNotContain(name);
        }
        assertThat(mayor.get("/api/v1/contacts/" + contact)
                        .json()
                        .path("changedBy")
                        .asString())
                .isEqualTo(name);
        var late = Map.of("version", "0", "name", "Ines", "partner", "initech");
        assertThat(worker.form("/contacts/" + contact, late).body())
                .contains(UNSEEN + " saved this")
                .doesNotContain(name);
        worker.patch("/api/v1/contacts/" + contact, Map.of("name", "Ines the second"));
        assertThat(worker.get("/contacts/" + contact).body()).contains("Wim Worker");
    }
}
