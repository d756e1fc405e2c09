package io.bailiwick.engine;

import static io.bailiwick.engine.World.allow;
import static io.bailiwick.engine.World.deny;
import static io.bailiwick.engine.World.id;
import static io.bailiwick.engine.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.engine.GateFinding.State;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Gate;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.Role;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubjectTests {

    private static final UUID USER = id("user");
    private static final Access READ = Access.of(Action.READ);

    private final World world = new World()
            .area("orders", "/orders", "/export/orders")
            .area("items", "/orders/{id}/items")
            .area("open", "/open")
            .area(id("cockpit"), "me", AreaGate.PERSONAL, "/me")
            .area(id("cockpit"), "sign-in", AreaGate.PUBLIC, "/sign-in")
            .area(id("cockpit"), "jobs", AreaGate.JOBS, "/jobs")
            .group("readers", GroupMode.ONLY_LISTED, Access.ALL, allow("orders", READ))
            .group("all but items", GroupMode.EXCEPTIONS, Access.ALL, deny("items", Access.ALL))
            .partner("acme", true)
            .partner("gone", false);

    @Test
    void malformedInputIsDeniedAndNeverThrows() {
        var subject = world.policy().subject(user(Role.ADMINISTRATOR));
        assertThat(gate(subject, "GET", "/orders/%", null)).isEqualTo(Gate.PATH);
        assertThat(gate(subject, "", "/orders", null)).isEqualTo(Gate.AREA);
        assertThat(gate(subject, "GET", "/nowhere", null)).isEqualTo(Gate.AREA);
        assertThat(subject.decide(World.APPLICATION, "GET", "/orders", "not an address", null)
                        .gate())
                .isEqualTo(Gate.NETWORK);
        assertThat(subject.decide(id("unknown"), "GET", "/orders", null).gate()).isEqualTo(Gate.AREA);
        assertThat(subject.decide(id("unknown"), Action.READ, null).gate()).isEqualTo(Gate.AREA);
        assertThat(gate(subject, "GET", "/orders", id("unknown"))).isEqualTo(Gate.DATA);
        assertThat(gate(subject, "GET", "/orders", id("gone"))).isEqualTo(Gate.DATA);
        assertThat(gate(subject, "GET", "/orders", id("acme"))).isNull();
    }

    @Test
    void anUnknownGroupClosesTheGroupsGate() {
        var subject = world.policy().subject(user(Role.ADMINISTRATOR, "readers", "unknown"));
        assertThat(gate(subject, "GET", "/orders", null)).isEqualTo(Gate.GROUPS);
        assertThat(subject.entitlements().unknownGroups()).containsExactly(id("unknown"));
        assertThat(subject.decide(id("me"), Action.READ, null).allowed()).isTrue();
    }

    @Test
    void publicAreasAskNothingAndPersonalOnesNeitherRoleNorGroups() {
        var policy = world.policy();
        var listed = policy.subject(user(Role.PARTNER, AllowList.parse(List.of("10.")), "readers"));
        assertThat(policy.nobody()
                        .decide(id("sign-in"), Action.CREATE, "?", null)
                        .allowed())
                .isTrue();
        assertThat(policy.nobody().decide(id("me"), Action.READ, null).gate()).isEqualTo(Gate.STATUS);
        assertThat(listed.decide(id("me"), Action.DELETE, "10.1.1.1", null).allowed())
                .isTrue();
        assertThat(listed.decide(id("me"), Action.DELETE, "10.1.1.1", id("unknown"))
                        .gate())
                .isEqualTo(Gate.DATA);
        assertThat(listed.decide(id("me"), Action.DELETE, "11.1.1.1", null).gate())
                .isEqualTo(Gate.NETWORK);
        assertThat(listed.decide(id("sign-in"), Action.DELETE, "11.1.1.1", null).allowed())
                .isTrue();
    }

    @Test
    void usersWithTheSameEntitlementsShareThem() {
        var policy = world.policy();
        assertThat(policy.subject(user(Role.NORMAL, "readers")).entitlements())
                .isSameAs(policy.subject(user(Role.NORMAL, "readers")).entitlements());
    }

    @Test
    void anExplanationJudgesEveryGateAndNamesTheRules() {
        var subject = world.policy().subject(user(Role.NORMAL, "readers", "all but items"));
        var explanation = subject.explain(World.APPLICATION, "GET", "/orders/1/items", null, null);
        assertThat(explanation.decision().gate()).isEqualTo(Gate.GROUPS);
        assertThat(explanation.gates().stream().map(GateFinding::state))
                .containsExactly(
                        State.OPEN, State.OPEN, State.NOT_JUDGED, State.OPEN, State.OPEN, State.CLOSED, State.OPEN);
        assertThat(explanation.gate(Gate.AREA).detail())
                .isEqualTo("`/orders/{id}/items` of the area `items` matches the whole path; `GET` is read");
        assertThat(explanation.gate(Gate.GROUPS).detail())
                .isEqualTo("Denied by `all but items`: read in the area `items`");
        assertThat(explanation.remedies())
                .containsExactly("Take away what denies it, or take the user out of `all but items`");
        assertThat(explanation.groups())
                .satisfiesExactly(
                        readers -> {
                            assertThat(readers.allowedByDefault()).isFalse();
                            assertThat(readers.allowing())
                                    .singleElement()
                                    .satisfies(rule -> assertThat(rule.own()).isFalse());
                        },
                        all -> {
                            assertThat(all.allowedByDefault()).isTrue();
                            assertThat(all.denying())
                                    .singleElement()
                                    .satisfies(rule -> assertThat(rule.own()).isTrue());
                        });
    }

    @Test
    void rulesCoverAreasThatLieUnderTheirs() {
        var policy = world.area("parts", "/orders/{id}/parts", "/parts").policy();
        assertThat(names(policy.coveredBy(allow("orders", READ)))).containsExactly("orders", "items");
        assertThat(names(policy.coveredBy(deny("orders", READ)))).containsExactly("orders", "items", "parts");
    }

    private static List<String> names(List<AreaDefinition> areas) {
        return areas.stream().map(AreaDefinition::name).toList();
    }

    @Test
    void everyProblemOfADefinitionIsNamed() {
        var faulty = world.area("copy", "/orders/{other}/items", "/copy", "/copy/")
                .area(World.APPLICATION, "open", AreaGate.PUBLIC)
                .area(id("nowhere"), "lost", AreaGate.OPEN)
                .group("bad", GroupMode.ONLY_LISTED, Access.ALL, allow("unknown", READ));
        assertThatThrownBy(faulty::policy)
                .isInstanceOfSatisfying(
                        InvalidPolicy.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(PolicyProblem::kind)
                                .containsExactlyInAnyOrder(
                                        PolicyProblem.Kind.DUPLICATE,
                                        PolicyProblem.Kind.DUPLICATE,
                                        PolicyProblem.Kind.RESERVED_GATE,
                                        PolicyProblem.Kind.UNKNOWN_APPLICATION,
                                        PolicyProblem.Kind.UNKNOWN_AREA,
                                        PolicyProblem.Kind.COLLIDING_PATTERNS,
                                        PolicyProblem.Kind.COLLIDING_PATTERNS))
                .hasMessageContaining("`/orders/{other}/items` of the area `copy` collides with `/orders/{id}/items` of"
                        + " the area `items`: some path matches both, and neither is the better match");
    }

    @Test
    void excessNamesWhatTheTargetHasBeyond() {
        var policy = world.policy();
        var limited = policy.subject(user(Role.ADMINISTRATOR, "readers"));
        var free = policy.subject(user(Role.NORMAL));
        assertThat(Excess.of(limited, free).areas())
                .extracting(beyond -> beyond.area().name())
                .contains("open");
        assertThat(Excess.of(limited, free).data()).isFalse();
        assertThat(Excess.of(free, limited).data()).isTrue();
        assertThat(Excess.of(limited, limited).isEmpty()).isTrue();
    }

    @Test
    void takingADenyAwayOpensWhatAnotherGroupAllows() {
        var before = world.policy();
        world.groups.set(
                1, new GroupDefinition(id("all but items"), "x", GroupMode.ONLY_LISTED, Access.NONE, List.of()));
        var after = world.policy();
        assertThat(Difference.openedByGroup(before, after, id("all but items")))
                .containsExactly(new AreaActions(world.areas.get(1), Access.ALL));
        var key = new EntitlementKey(Role.NORMAL, Set.of(), Set.of(id("readers"), id("all but items")));
        var difference = Difference.between(before, after, key);
        assertThat(difference.opening()).singleElement().satisfies(change -> {
            assertThat(change.area().name()).isEqualTo("items");
            assertThat(change.opened()).isEqualTo(READ);
        });
    }

    @Test
    void decidingAllocatesNothing() {
        var list = AllowList.parse(List.of("10.", "2001:db8::/32"));
        var directory = Directory.of(world.policy(), List.of(user(Role.NORMAL, list, "readers", "all but items")));
        var address = IpAddress.parse("10.1.2.3");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allowed = 0;
        long spent = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int count = 0; count < 20_000; count++) {
                allowed += decide(directory, "/orders/17/items?all=true", address, "2001:db8::10.1.1.1");
                allowed += decide(directory, "/export/orders/of/last/week", address, "10.3.4.5");
            }
            spent = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allowed).isEqualTo(3 * 20_000 * 2);
        assertThat(spent).isLessThan(20_000);
    }

    private static int decide(Directory directory, String path, IpAddress address, String text) {
        var parsed = directory.decide(USER, World.APPLICATION, "GET", path, address);
        return (parsed.allowed() ? 1 : 0)
                + (directory.decide(USER, World.APPLICATION, "HEAD", path, text).allowed() ? 1 : 0);
    }

    private static @Nullable Gate gate(Subject subject, String method, String path, @Nullable UUID partner) {
        return subject.decide(World.APPLICATION, method, path, "10.0.0.1", partner)
                .gate();
    }
}
