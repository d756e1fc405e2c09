package io.bailiwick.strings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Naughty addresses, time zones, allow-lists and passwords: kept as they are, or refused with words and nothing done. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyFieldsTests {
    private static final String EMAIL = "somebody@fields.example";

    private final Accounts accounts;
    private final House house;
    private String user = "";

    @Autowired
    NaughtyFieldsTests(Panel panel, Accounts accounts, Users users) {
        this.accounts = accounts;
        house = new House(panel, accounts, users, "Naughty Fields");
    }

    @BeforeAll
    void somebody() {
        var form = Map.of("name", "Somebody", "email", EMAIL, "role", "normal");
        user = "/api/v1/users/"
                + house.visitor.post("/api/v1/users", form).json().path("id").asString();
    }

    @Test
    void noneOfThemIsAnAddress() {
        for (var text : NaughtyStrings.ALL) {
            House.assertRefused(
                    house.visitor.post("/api/v1/users", Map.of("name", "X", "email", text, "role", "normal")),
                    "email",
                    text);
            var asked = house.visitor.post("/api/v1/forgotten", Map.of("email", text));
            assertThat(asked.status()).as(text).isIn(202, 422);
        }
        assertThat(house.listed("/api/v1/users?")).hasSize(2);
    }

    @Test
    void aListOfThemInvitesNobody() {
        var answer = house.visitor.post(
                "/api/v1/invitations", Map.of("emails", NaughtyStrings.ALL, "role", "normal", "note", ""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("invited").asInt()).isZero();
        assertThat(house.listed("/api/v1/users?")).hasSize(2);
    }

    @Test
    void everyFaultOfAUserIsToldAndNothingIsChanged() {
        var before = house.visitor.get(user).body();
        for (var text : NaughtyStrings.ALL) {
            var all = Map.of("email", text, "timeZone", text, "role", text, "status", text, "reseller", text);
            var answer = house.visitor.patch(user, all);
            assertThat(answer.status()).as(text + " " + answer.body()).isEqualTo(422);
            assertThat(answer.json().path("errors").findValuesAsString("field"))
                    .contains("email")
                    .containsAll(text.isBlank() ? List.of() : List.of("timeZone", "role", "status", "reseller"));
        }
        assertThat(house.visitor.get(user).body()).isEqualTo(before);
    }

    @Test
    void anAccountIsCalledByOneLineOrNotAtAll() {
        for (var text : NaughtyStrings.ALL) {
            if (!NaughtyStrings.isName(text, 100)) {
                assertThatThrownBy(() -> accounts.create(text)).isInstanceOf(Refusal.Invalid.class);
            }
        }
        for (var text : List.of("a\0b", "a\r\nBcc: x@y.example", "a\u2028b", "\u202Ea")) {
            assertThatThrownBy(() -> accounts.create(text)).isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void anAllowListMeansWhatItSaysLineByLine() {
        var kept = new ArrayList<String>();
        var check = house.visitor.post("/api/v1/users/network", Map.of("network", NaughtyStrings.ALL));
        assertThat(check.status()).as(check.body()).isEqualTo(200);
        var entries = check.json().path("entries");
        assertThat(entries.size()).isEqualTo(NaughtyStrings.ALL.size());
        for (int place = 0; place < entries.size(); place++) {
            var entry = entries.get(place);
            assertThat(entry.path("entry").asString())
                    .isEqualTo(NaughtyStrings.ALL.get(place).strip());
            if (entry.has("error")) {
                assertThat(entry.path("error").asString()).isNotBlank();
            } else {
                kept.add(NaughtyStrings.ALL.get(place));
            }
        }
        House.assertRefused(house.visitor.patch(user, Map.of("network", NaughtyStrings.ALL)), "network", "all");
        assertThat(house.visitor.get(user).json().path("network").size()).isZero();
        assertThat(house.visitor.patch(user, Map.of("network", kept)).status()).isEqualTo(200);
    }

    @Test
    void aPasswordIsTakenAsItIsOrRefusedWithWords() {
        var texts = NaughtyStrings.ALL.stream().filter(text -> !text.isBlank()).toList();
        for (var text : NaughtyStrings.together(texts, "", 256)) {
            var answer = house.visitor.put(user + "/password", Map.of("password", text, "mustChange", false));
            if (answer.status() != 204) {
                House.assertRefused(answer, "password", text);
            } else if (!text.chars().allMatch(letter -> letter < 128)) {
                assertThat(house.signIn(EMAIL, text).status()).as(text).isEqualTo(201);
            }
        }
    }
}
