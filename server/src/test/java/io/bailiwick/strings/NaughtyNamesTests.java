package io.bailiwick.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Naughty names of groups, partners, resellers, applications and areas, and naughty keys and origins. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyNamesTests {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]+)?/?");

    private final Panel panel;
    private final Accounts accounts;
    private final Users users;
    private final House house;

    @Autowired
    NaughtyNamesTests(Panel panel, Accounts accounts, Users users) {
        this.panel = panel;
        this.accounts = accounts;
        this.users = users;
        house = new House(panel, accounts, users, "Naughty Things");
    }

    /** Sends them all, those that fit together in few names; what was taken, in no order. */
    private List<String> taken(String path, int most, Function<String, Map<String, Object>> form) {
        for (var text : NaughtyStrings.ALL) {
            if (!NaughtyStrings.isName(text, most)) {
                House.assertRefused(house.visitor.post(path, form.apply(text)), "name", text);
            }
        }
        var names = NaughtyStrings.names(most);
        for (var name : names) {
            var answer = house.visitor.post(path, form.apply(name));
            assertThat(answer.status()).as(name + " " + answer.body()).isEqualTo(201);
            assertThat(answer.json().path("name").asString()).isEqualTo(name);
        }
        return names;
    }

    @Test
    void groupsAreNamedAsTypedInApiAndScreen() {
        var taken = taken("/api/v1/groups", 100, name -> Map.of("name", name));

        assertThat(house.listed("/api/v1/groups?sort=name"))
                .extracting(group -> group.path("name").asString())
                .containsExactlyInAnyOrderElementsOf(taken);
        assertThat(house.shown("/groups?", "td.w bdi")).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void partnersAndResellersAreNamedAsTypedInApiAndScreen() {
        for (var kind : List.of("partners", "resellers")) {
            var number = new int[1];
            var taken = taken("/api/v1/" + kind, 100, name -> Map.of("name", name, "key", "key-" + number[0]++));

            assertThat(house.listed("/api/v1/" + kind + "?sort=name"))
                    .extracting(each -> each.path("name").asString())
                    .containsExactlyInAnyOrderElementsOf(taken);
            assertThat(house.shown("/" + kind + "?", "td.w bdi")).containsExactlyInAnyOrderElementsOf(taken);
        }
    }

    @Test
    void areasAreNamedAsTypedInApiAndScreen() {
        var application = house.visitor.post("/api/v1/applications", Map.of("name", "Naughty areas", "key", "naughty"));
        assertThat(application.status()).as(application.body()).isEqualTo(201);
        var number = new int[1];
        var taken = taken(
                "/api/v1/areas",
                200,
                name -> Map.of("application", "naughty", "name", name, "paths", List.of("/n" + number[0]++)));

        assertThat(house.listed("/api/v1/areas?application=naughty"))
                .extracting(area -> area.path("name").asString())
                .containsExactlyInAnyOrderElementsOf(taken);
        assertThat(house.shown("/areas?application=naughty&", "td.w bdi")).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void applicationsAreNamedAsTyped() {
        var number = new int[1];
        var taken = taken("/api/v1/applications", 100, name -> Map.of("name", name, "key", "app-" + number[0]++));

        assertThat(house.listed("/api/v1/applications?"))
                .extracting(each -> each.path("name").asString())
                .containsAll(taken);
    }

    @Test
    void keysPathsAndOriginsAreWhatTheyMayBeOrRefusedWithWords() {
        var others = new House(panel, accounts, users, "Naughty Keys");
        var origins = 0;
        for (var text : NaughtyStrings.ALL) {
            for (var path : List.of("/api/v1/partners", "/api/v1/resellers")) {
                var answer = others.visitor.post(path, Map.of("name", "Any", "key", text));
                if (KEY.matcher(text.strip()).matches()) {
                    assertThat(answer.status()).as(text + answer.body()).isIn(201, 409);
                } else {
                    House.assertRefused(answer, "key", text);
                }
            }
            var origin = others.visitor.post(
                    "/api/v1/applications", Map.of("name", "Any", "key", "app-" + origins++, "origins", List.of(text)));
            if (ORIGIN.matcher(text.strip()).matches()) {
                assertThat(origin.json().path("origins").path(0).asString()).isEqualTo(text.replaceFirst("/$", ""));
            } else {
                House.assertRefused(origin, "origins", text);
            }
            var area = others.visitor.post(
                    "/api/v1/areas", Map.of("name", "Any", "application", "cockpit", "paths", List.of(text)));
            House.assertRefused(area, "paths", text);
        }
    }
}
