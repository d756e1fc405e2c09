package io.bailiwick.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A group with what suits a reseller is made at one stroke, as often as wanted, and is as editable as any. */
@PanelTest
class DefaultResellerTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    DefaultResellerTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void severalAreMadeEachWithANameOfItsOwnAndEachEditable() {
        var one = ada.post("/api/v1/groups/default-reseller", Map.of());
        var two = ada.form("/groups/default-reseller", Map.of());
        var three = ada.post("/api/v1/groups/default-reseller", Map.of("name", "Resellers of the north"));

        assertThat(one.status()).as(one.body()).isEqualTo(201);
        assertThat(one.json().path("mode").asString()).isEqualTo("only-listed");
        assertThat(one.json().path("defaultAccess").size()).isZero();
        assertThat(one.json().path("rules").size()).isGreaterThanOrEqualTo(4);
        assertThat(one.json().path("name").asString()).startsWith("Default reseller");
        assertThat(two.status()).isEqualTo(303);
        assertThat(ada.get("/groups").body()).contains("Default reseller 2", "Create default reseller");
        assertThat(three.json().path("name").asString()).isEqualTo("Resellers of the north");
        var path = "/api/v1/groups/" + three.json().path("id").asString();
        assertThat(ada.patch(path, Map.of("rules", List.of(), "defaultAccess", List.of("read"), "mode", "exceptions"))
                        .status())
                .isIn(200, 409);
        assertThat(ada.post("/api/v1/groups/default-reseller", Map.of("name", "Resellers of the north"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoIsInItLooksAfterTheUsersOfHisResellerAlone() {
        var group = ada.post("/api/v1/groups/default-reseller", Map.of("name", "For Norma"))
                .json()
                .path("id")
                .asString();
        var person = cast.extra("Norma North");
        var made = ada.patch(
                "/api/v1/users/" + person.id(),
                Map.of("role", "administrator", "groups", List.of(group), "reseller", Cast.NORTHWIND));
        assertThat(made.status()).as(made.body()).isEqualTo(200);

        var norma = panel.signIn(person);

        assertThat(norma.get("/api/v1/users/" + cast.rolf.id()).status()).isEqualTo(200);
        assertThat(norma.get("/api/v1/users/" + cast.sami.id()).status()).isEqualTo(404);
        assertThat(norma.get("/api/v1/partners").body()).contains("initech").doesNotContain("globex");
        assertThat(norma.get("/api/v1/areas").status()).isEqualTo(403);
        assertThat(norma.post("/api/v1/groups/default-reseller", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void whoMayNotCreateGroupsIsNotOfferedIt() {
        assertThat(panel.as(cast.kim)
                        .post("/api/v1/groups/default-reseller", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(panel.as(cast.kim).get("/groups").body()).doesNotContain("/groups/default-reseller");
    }
}
