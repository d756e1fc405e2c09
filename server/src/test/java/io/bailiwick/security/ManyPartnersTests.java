package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account with 20,000 partners: pages offer some of them and find the others. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyPartnersTests {
    @Autowired
    Panel panel;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    private Town.Quarter here;
    private Visitor mayor;

    @BeforeAll
    void settle() {
        here = town.quarter("Many partners");
        mayor = panel.signIn(here.mayor());
        jdbc.sql("""
                insert into partners (account, id, key, name)
                select :account, uuidv7(), 'many-' || number, 'Partner number ' || number
                from generate_series(1, 20000) as number
                """).param("account", here.account().id().value()).update();
    }

    @Test
    void aUserIsGivenOneThatIsFoundByTyping() {
        assertThat(mayor.get("/users/new").body()).contains("20,003").doesNotContain("Partner number 19999<");
        assertThat(mayor.weight("/users/new")).isLessThan(20_000);
        assertThat(mayor.get("/users/options/partners?q=number 19999".replace(" ", "%20"))
                        .body())
                .contains("many-19999")
                .doesNotContain("many-1999\"", "many-18");
        var person = town.add(here, "Mina Many", Role.NORMAL, Traits.sees("selected", "many-19999"));
        for (var partner : List.of("many-19999", "many-3")) {
            assertThat(mayor.post("/api/v1/contacts", Map.of("partner", partner, "name", "At " + partner))
                            .status())
                    .isEqualTo(201);
        }

        var mina = panel.signIn(person);

        assertThat(mina.get("/api/v1/contacts").json().path("total").asInt()).isEqualTo(1);
        assertThat(mina.get("/contacts").body()).contains("At many-19999").doesNotContain("At many-3");
    }

    @Test
    void listsOfThemAreCountedToTheirBoundAndPaged() {
        assertThat(mayor.get("/contacts/new").body()).contains("many-1\"").doesNotContain("many-19999");
        assertThat(mayor.weight("/contacts/new")).isLessThan(15_000);
        var page = mayor.get("/api/v1/billing").json();
        assertThat(page.path("total").asInt()).isEqualTo(10_000);
        assertThat(page.path("totalIsAtLeast").asBoolean()).isTrue();
        assertThat(mayor.get("/api/v1/billing?after=" + page.path("next").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(50);
        assertThat(mayor.get("/partners?q=many-19999").body()).contains("Partner number 19999");
    }
}
