package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.bailiwick.guard.Declarations.Route;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredAreasTests {
    @Test
    void everyAreaOfTheCodeIsThereEvenWithoutRoutes() {
        assertThat(DeclaredAreas.of(List.of()).paths().keySet()).containsExactly(PanelArea.values());
    }

    @Test
    void onlyUnusualMethodsAreOverridden() {
        var paths = DeclaredAreas.of(List.of(new Route(
                        "/users/{id}",
                        PanelArea.USERS,
                        Map.of("GET", Action.READ, "POST", Action.UPDATE, "DELETE", Action.DELETE))))
                .of("Users");

        assertThat(paths).isNotNull().singleElement().satisfies(path -> {
            assertThat(path.pattern()).hasToString("/users/{id}");
            assertThat(path.actions().actions()).isEqualTo(Map.of("POST", Action.UPDATE));
        });
    }

    @Test
    void restOfAPathIsCoveredAnyway() {
        var paths = DeclaredAreas.of(List.of(
                        new Route("/authz/{application}/ext-authz/**", PanelArea.PUBLIC, Map.of()),
                        new Route("/assets/{*file}", PanelArea.PUBLIC, Map.of()),
                        new Route("/files/{name:[a-z]+}", PanelArea.PUBLIC, Map.of())))
                .of("Before sign-in");

        assertThat(paths)
                .extracting(path -> path.pattern().text())
                .containsExactly("/assets", "/authz/{application}/ext-authz", "/files/{name}");
    }

    @Test
    void rootIsLeftOutSinceItWouldCoverEverything() {
        assertThat(DeclaredAreas.of(List.of(new Route("/", PanelArea.ONESELF, Map.of("GET", Action.READ))))
                        .of("Oneself"))
                .isEmpty();
    }

    @Test
    void routesThatCollideAreAFaultOfTheCode() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DeclaredAreas.of(List.of(
                        new Route("/users/{id}", PanelArea.USERS, Map.of()),
                        new Route("/users/{user}/", PanelArea.GROUPS, Map.of()))))
                .withMessageContaining("/users/{id}")
                .withMessageContaining("/users/{user}");
    }

    @Test
    void digestChangesWithWhatIsDeclared() {
        var one = DeclaredAreas.of(List.of(new Route("/users", PanelArea.USERS, Map.of())));
        var same = DeclaredAreas.of(List.of(new Route("/users/", PanelArea.USERS, Map.of("GET", Action.READ))));
        var other = DeclaredAreas.of(List.of(new Route("/users", PanelArea.USERS, Map.of("POST", Action.READ))));

        assertThat(one.digest()).isEqualTo(same.digest()).isNotEqualTo(other.digest());
    }
}
