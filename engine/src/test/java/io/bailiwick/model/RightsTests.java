package io.bailiwick.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTests {

    @ParameterizedTest
    @CsvSource({
        "open, yes, yes, yes",
        "staff, yes, yes, no",
        "administration, yes, no, no",
        "jobs, yes, granted, no",
        "integration-configuration, granted, granted, no",
        "issue-comments, yes, granted, granted",
        "reprocess-messages, yes, granted, no",
        "public, yes, yes, yes",
        "personal, yes, yes, yes"
    })
    void gatesAreOpenByTheTable(String word, String administrator, String normal, String partner) {
        var gate = AreaGate.of(word).orElseThrow();
        var expected = Map.of(Role.ADMINISTRATOR, administrator, Role.NORMAL, normal, Role.PARTNER, partner);
        expected.forEach((role, when) -> {
            assertThat(gate.isOpenTo(role, Set.of())).isEqualTo(when.equals("yes"));
            assertThat(gate.isOpenTo(role, Set.of(Permission.values()))).isEqualTo(!when.equals("no"));
            gate.permission().ifPresent(permission -> {
                assertThat(gate.isOpenTo(role, Set.of(permission))).isEqualTo(!when.equals("no"));
                assertThat(permission.mayBeHeldBy(role)).isEqualTo(!when.equals("no"));
                assertThat(permission.isImpliedBy(role)).isEqualTo(when.equals("yes"));
            });
        });
    }

    @Test
    void rolesHaveTheirDataAccess() {
        var one = DataAccess.of(Set.of(new UUID(0, 1)));
        var two = DataAccess.of(Set.of(new UUID(0, 1), new UUID(0, 2)));
        assertThat(List.of(DataAccess.NONE, DataAccess.ALL, one, two))
                .satisfiesExactly(
                        none -> assertThat(rolesWith(none)).containsExactly(Role.NORMAL),
                        all -> assertThat(rolesWith(all)).containsExactly(Role.ADMINISTRATOR, Role.NORMAL),
                        single -> assertThat(rolesWith(single)).containsExactly(Role.NORMAL, Role.PARTNER),
                        several -> assertThat(rolesWith(several)).containsExactly(Role.NORMAL));
    }

    private static List<Role> rolesWith(DataAccess data) {
        return List.of(Role.values()).stream()
                .filter(role -> role.mayHave(data))
                .toList();
    }

    @Test
    void accessIsASetOfActions() {
        var readAndUpdate = Access.of(Action.UPDATE, Action.READ, Action.READ);
        assertThat(readAndUpdate.words()).containsExactly("read", "update");
        assertThat(readAndUpdate.union(Access.of(Action.DELETE)).minus(Access.of(Action.READ)))
                .isSameAs(Access.of(Action.UPDATE, Action.DELETE));
        assertThat(Access.ofWords(List.of("update", "read"))).isSameAs(readAndUpdate);
        assertThat(Access.ALL.containsAll(readAndUpdate)).isTrue();
        assertThat(Access.NONE.containsAll(readAndUpdate)).isFalse();
        assertThatThrownBy(() -> Access.ofWords(List.of("read", "write")))
                .hasMessage("`write` is no access: choose among `create`, `read`, `update` and `delete`");
    }

    @Test
    void overridesHoldForTheirMethodAndHeadFollowsGet() {
        var overrides = MethodOverrides.of(Map.of("GET", Action.UPDATE, "POST", Action.READ, "PURGE", Action.DELETE));
        assertThat(overrides.actionOf("HEAD")).isEqualTo(Action.UPDATE);
        assertThat(overrides.actionOf("POST")).isEqualTo(Action.READ);
        assertThat(overrides.actionOf("PURGE")).isEqualTo(Action.DELETE);
        assertThat(overrides.actionOf("purge")).isNull();
        assertThat(overrides.actionOf("PUT")).isEqualTo(Action.UPDATE);
        assertThat(HttpMethods.actionOf("get")).isNull();
        assertThatThrownBy(() -> MethodOverrides.of(Map.of("HEAD", Action.READ)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> MethodOverrides.of(Map.of("GET IT", Action.READ)))
                .hasMessage("`GET IT` is no HTTP method");
    }
}
