package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Cast;
import io.bailiwick.PanelTest;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of a user's access is what decisions then say, cell by cell. */
@PanelTest
class UserAccessesTests {
    @Autowired
    private UserAccesses accesses;

    @Autowired
    private Policies policies;

    @Autowired
    private Guard guard;

    @Autowired
    private Cast cast;

    @Autowired
    private BeanFactory beans;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyCellIsWhatADecisionSays(long seed) {
        var world = new RandomAccount(beans, seed, 60);
        var policy = policies.current(world.account);
        for (var user : world.users) {
            var access = accesses.of(world.server, new UserId(user));
            var person = policy.person(new UserId(user)).orElseThrow();
            assertThat(access.areas())
                    .hasSameSizeAs(policy.policy().definition().areas());
            for (var area : access.areas()) {
                for (var action : Action.values()) {
                    var decision = person.subject().decide(area.id(), action, null);
                    var isAbove = person.row().reseller() != null && isAboveResellers(area);
                    var isOpen = area.access().contains(action.word());
                    var isPublic = area.gate().equals("public");
                    assertThat(isOpen && (isPublic || access.closed() == null))
                            .as(user + " " + action + " " + area)
                            .isEqualTo(decision.allowed() && !isAbove);
                    if (!isOpen && access.closed() == null && !isAbove) {
                        assertThat(Optional.of(gate(area, action)))
                                .isEqualTo(Optional.ofNullable(decision.gate()).map(Gate::word));
                    }
                }
            }
        }
    }

    @Test
    void inThePanelItIsWhatTheGuardSays() {
        for (var person : List.of(cast.ada, cast.kevin, cast.pia, cast.kim, cast.rita, cast.rolf)) {
            var access = accesses.ofOneself(person.actor());
            for (var area : PanelArea.values()) {
                var line = access.areas().stream()
                        .filter(each -> each.application().equals("cockpit")
                                && each.name().equals(area.title()))
                        .findFirst()
                        .orElseThrow();
                for (var action : Action.values()) {
                    assertThat(line.access().contains(action.word()))
                            .as(person.name() + " " + area + " " + action)
                            .isEqualTo(guard.may(person.actor(), area, action));
                }
            }
        }
    }

    @Test
    void whoIsOutOfSightHasNone() {
        for (var unseen : List.of(cast.sami.id(), cast.sven.id())) {
            assertThatThrownBy(() -> accesses.of(cast.rita.actor(), unseen)).isInstanceOf(Refusal.NotFound.class);
        }
        assertThatThrownBy(() -> accesses.of(cast.ada.actor(), cast.sven.id())).isInstanceOf(Refusal.NotFound.class);
        assertThat(accesses.of(cast.rita.actor(), cast.rolf.id()).scope().reseller())
                .isEqualTo(Cast.NORTHWIND);
    }

    private static boolean isAboveResellers(UserAccess.AreaLine area) {
        return area.application().equals("cockpit")
                && List.of(PanelArea.values()).stream()
                        .anyMatch(
                                each -> each.isAboveResellers() && each.title().equals(area.name()));
    }

    private static String gate(UserAccess.AreaLine area, Action action) {
        return area.closed().stream()
                .filter(each -> each.action().equals(action.word()))
                .findFirst()
                .orElseThrow()
                .gate();
    }
}
