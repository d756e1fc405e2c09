package io.bailiwick.partners;

import static io.bailiwick.partners.PartnersApiTests.create;
import static io.bailiwick.partners.PartnersApiTests.fields;
import static io.bailiwick.partners.PartnersApiTests.fresh;
import static io.bailiwick.partners.PartnersApiTests.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.groups.Limited;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Resellers, and what an Administrator with a reseller sees of partners. */
@PanelTest
class ResellersTests {
    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void resellerIsCreatedChangedAndDeleted() {
        var key = fresh("south");
        var created = ada.post("/api/v1/resellers", Map.of("name", "Southwind", "key", key));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var id = created.json().path("id").asString();

        assertThat(ada.patch("/api/v1/resellers/" + id, Map.of("name", "Southerly"))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Southerly");
        assertThat(ada.get("/api/v1/resellers/" + key).json().path("version").asInt())
                .isEqualTo(2);
        assertThat(keys(ada.get("/api/v1/resellers?q=SOUTHERLY").json())).containsExactly(key);
        assertThat(ada.send("PATCH", "/api/v1/resellers/" + id, Map.of("name", "X"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(ada.delete("/api/v1/resellers/" + id).status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/resellers/" + id).status()).isEqualTo(404);
    }

    @Test
    void faultsAndDuplicatesAreRefused() {
        assertThat(fields(ada.post("/api/v1/resellers", Map.of("name", "", "key", "UPPER"))))
                .containsExactly("name", "key");
        assertThat(ada.post("/api/v1/resellers", Map.of("name", "Again", "key", Cast.NORTHWIND))
                        .status())
                .isEqualTo(409);
        assertThat(ada.get("/api/v1/resellers?sort=active").status()).isEqualTo(422);
    }

    @Test
    void resellerThatSomethingRefersToIsNotDeleted() {
        var answer = ada.delete("/api/v1/resellers/" + Cast.NORTHWIND);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString())
                .contains("partner")
                .contains("users")
                .contains("Switch it off instead");
    }

    @Test
    void anotherAccountsResellersAreNotThere() {
        var sven = panel.as(cast.sven);

        assertThat(sven.get("/api/v1/resellers/" + Cast.NORTHWIND).status()).isEqualTo(404);
        assertThat(sven.get("/api/v1/resellers").json().path("total").asInt()).isZero();
        assertThat(fields(create(sven, fresh("climb"), Cast.NORTHWIND))).containsExactly("reseller");
    }

    @Test
    void administratorWithAResellerSeesAndMakesOnlyItsPartners() {
        var rae = Limited.administrator(panel, cast, Cast.NORTHWIND, steward());

        var made = create(rae, fresh("own"), null);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("reseller").asString()).isEqualTo(Cast.NORTHWIND);

        assertThat(keys(rae.get("/api/v1/partners?limit=500").json()))
                .contains(Cast.INITECH, made.json().path("key").asString())
                .doesNotContain(Cast.ACME, Cast.GLOBEX, Cast.UMBRELLA);
        assertThat(rae.get("/api/v1/partners?q=" + Cast.ACME)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        for (var unseen : List.of(Cast.ACME, idOf(Cast.ACME))) {
            assertThat(rae.get("/api/v1/partners/" + unseen).status()).isEqualTo(404);
            assertThat(rae.patch("/api/v1/partners/" + unseen, Map.of("name", "Taken"))
                            .status())
                    .isEqualTo(404);
            assertThat(rae.delete("/api/v1/partners/" + unseen).status()).isEqualTo(404);
            assertThat(rae.get("/partners/" + unseen).status()).isEqualTo(404);
        }
    }

    @Test
    void partnersResellerIsOutOfReachForTheLimited() {
        var other = fresh("other");
        ada.post("/api/v1/resellers", Map.of("name", "Other", "key", other));
        var rae = Limited.administrator(panel, cast, Cast.NORTHWIND, steward());
        var own = create(rae, fresh("own"), Cast.NORTHWIND);
        assertThat(own.status()).as(own.body()).isEqualTo(201);
        var path = "/api/v1/partners/" + own.json().path("id").asString();

        assertThat(create(rae, fresh("gift"), other).status()).isEqualTo(403);
        assertThat(create(rae, fresh("gift"), "no-such").status()).isEqualTo(403);
        assertThat(rae.patch(path, Map.of("reseller", other)).status()).isEqualTo(403);
        assertThat(rae.patch(path, "{\"reseller\": null}").status()).isEqualTo(403);
        assertThat(rae.patch(path, Map.of("name", "Renamed", "active", false)).status())
                .isEqualTo(200);

        var lee = Limited.administrator(panel, cast, null, steward());
        assertThat(create(lee, fresh("free"), null).status()).isEqualTo(201);
        assertThat(create(lee, fresh("free"), other).status()).isEqualTo(403);
        assertThat(lee.patch("/api/v1/partners/" + Cast.INITECH, "{\"reseller\": null}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void resellersAreForUnrestrictedAdministratorsToChange() {
        var lee = Limited.administrator(panel, cast, null, steward());

        assertThat(lee.get("/api/v1/resellers/" + Cast.NORTHWIND).status()).isEqualTo(200);
        assertThat(lee.post("/api/v1/resellers", Map.of("name", "Mine", "key", fresh("mine")))
                        .status())
                .isEqualTo(403);
        assertThat(lee.patch("/api/v1/resellers/" + Cast.NORTHWIND, Map.of("name", "Mine"))
                        .status())
                .isEqualTo(403);
        assertThat(lee.delete("/api/v1/resellers/" + Cast.NORTHWIND).status()).isEqualTo(403);
    }

    private String idOf(String key) {
        return ada.get("/api/v1/partners/" + key).json().path("id").asString();
    }

    /** A group with everything that concerns partners, resellers and users. */
    private String steward() {
        var all = List.of("create", "read", "update", "delete");
        var answer = ada.post(
                "/api/v1/groups",
                Map.of(
                        "name",
                        fresh("Stewards"),
                        "rules",
                        List.of(
                                Map.of("area", "cockpit/Partners", "access", all, "effect", "allow"),
                                Map.of("area", "cockpit/Resellers", "access", all, "effect", "allow"),
                                Map.of("area", "cockpit/Users", "access", all, "effect", "allow"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
