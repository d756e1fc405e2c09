package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.Role;
import io.bailiwick.users.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a start does to an account whose own areas were declared by other code than this. */
@PanelTest
class BuiltInAreasTests {
    private static final String PASSWORD = "gravel orchid lantern 5150 harp";

    @Autowired
    private Panel panel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Users users;

    @Autowired
    private BuiltInAreas builtIn;

    @Autowired
    private BuiltInAreasUpdate update;

    private Account account;
    private Visitor admin;

    @BeforeEach
    void anAccount() {
        account = accounts.create("Built in");
        var email = "bea@" + account.shortId() + ".example";
        var user = users.createFirst(account, "Bea Built", email, PASSWORD);
        admin = panel.signIn(new Cast.Person(user.id(), account, email, "Bea Built", Role.ADMINISTRATOR, PASSWORD));
    }

    @Test
    void anAreaThatTheCodeNoLongerKnowsGoesAndOneThatIsNewComes() {
        var before = area("Explain");

        declare(paths -> paths.remove(PanelArea.EXPLAIN));
        assertThat(names()).doesNotContain("Explain");
        assertThat(admin.get("/api/v1/areas/" + before.path("id").asString()).status())
                .isEqualTo(404);
        assertThat(admin.get("/explain").status()).as("what no area covers").isNotEqualTo(200);

        update.afterSingletonsInstantiated();
        assertThat(names()).contains("Explain");
        assertThat(area("Explain").path("paths")).isEqualTo(before.path("paths"));
        assertThat(admin.get("/explain").status()).isEqualTo(200);
    }

    @Test
    void pathsAndOverridesFollowTheCodeAndTheIdStays() {
        var before = area("Partners");

        declare(paths -> paths.put(
                PanelArea.PARTNERS,
                List.of(AreaPath.of(
                        PathPattern.parse("/associates"), MethodOverrides.of(Map.of("POST", Action.READ))))));
        var between = area("Partners");
        assertThat(between.path("id")).isEqualTo(before.path("id"));
        assertThat(between.path("paths").toString())
                .isEqualTo("[{\"path\":\"/associates\",\"actions\":{\"POST\":\"read\"}}]");

        update.afterSingletonsInstantiated();
        assertThat(area("Partners").path("id")).isEqualTo(before.path("id"));
        assertThat(area("Partners").path("paths")).isEqualTo(before.path("paths"));
    }

    @Test
    void anAreaThatARuleNamesStaysWithoutPathsUntilTheCodeKnowsItAgain() {
        var rule = Map.of("area", "cockpit/Explain", "access", List.of("read"), "effect", "allow");
        var group = admin.post("/api/v1/groups", Map.of("name", "Explainers", "rules", List.of(rule)));
        assertThat(group.status()).as(group.body()).isEqualTo(201);
        var before = area("Explain");

        declare(paths -> paths.remove(PanelArea.EXPLAIN));
        var between = area("Explain");
        assertThat(between.path("id")).isEqualTo(before.path("id"));
        assertThat(between.path("paths")).isEmpty();
        assertThat(admin.get("/api/v1/groups/" + group.json().path("id").asString())
                        .json()
                        .path("rules"))
                .hasSize(1);

        update.afterSingletonsInstantiated();
        assertThat(area("Explain").path("id")).isEqualTo(before.path("id"));
        assertThat(area("Explain").path("paths")).isEqualTo(before.path("paths"));
    }

    @Test
    void whatIsUpToDateIsLeftAlone() {
        var revision = accounts.find(account.id()).orElseThrow().revision();

        update.afterSingletonsInstantiated();
        builtIn.bringUpToDate(account.id(), builtIn.declared());

        assertThat(accounts.find(account.id()).orElseThrow().revision()).isEqualTo(revision);
    }

    @Test
    void anUpdateIsOneChangeOfTheServerItself() {
        var revision = accounts.find(account.id()).orElseThrow().revision();

        declare(paths -> {
            paths.remove(PanelArea.EXPLAIN);
            paths.put(PanelArea.GROUPS, List.of());
        });

        assertThat(accounts.find(account.id()).orElseThrow().revision().number())
                .isEqualTo(revision.number() + 1);
    }

    /** Brings the account to what other code would declare. */
    private void declare(Consumer<Map<PanelArea, List<AreaPath>>> difference) {
        var paths = new LinkedHashMap<>(builtIn.declared().paths());
        difference.accept(paths);
        builtIn.bringUpToDate(account.id(), new DeclaredAreas(paths));
    }

    private Stream<JsonNode> areas() {
        return admin.get("/api/v1/areas?application=cockpit&limit=500")
                .json()
                .path("items")
                .valueStream();
    }

    private List<String> names() {
        return areas().map(area -> area.path("name").asString()).toList();
    }

    private JsonNode area(String name) {
        return areas().filter(area -> area.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
