package io.bailiwick.conformance;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.conformance.EngineJudge.Door;
import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.Effect;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Rule;
import io.bailiwick.engine.AreaActions;
import io.bailiwick.engine.Difference;
import io.bailiwick.engine.EffectiveAccess;
import io.bailiwick.model.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The engine's effective access is the reference's, and its differences are those between two of the reference's. */
class AccessAgreementTests {
    private static final int TRIES = 500;

    @Property(tries = TRIES)
    void effectiveAccessIsSeenAlike(@ForAll long seed) {
        var world = new RandomWorlds(seed).world();
        var engine = EngineJudge.of(world, Door.TEXT);
        var reference = new ReferenceEngine(world);
        world.users()
                .forEach(user -> assertThat(
                                words(world, engine.subject(user.name()).effectiveAccess()))
                        .isEqualTo(reference.access(user.name())));
    }

    @Property(tries = TRIES)
    void differencesAreSeenAlike(@ForAll long seed) {
        var world = new RandomWorlds(seed).world();
        var changed = Changes.groups(world, change(seed, world));
        var before = EngineJudge.of(world, Door.TEXT);
        var after = EngineJudge.of(changed, Door.TEXT);
        for (var user : world.users()) {
            var was = new ReferenceEngine(world).access(user.name());
            var is = new ReferenceEngine(changed).access(user.name());
            var difference = Difference.between(
                    before.subject(user.name()).entitlements(),
                    after.subject(user.name()).entitlements());
            assertThat(words(
                            world,
                            difference.areas().stream().map(area -> new AreaActions(area.area(), area.opened()))))
                    .isEqualTo(minus(is, was));
            assertThat(words(
                            world,
                            difference.areas().stream().map(area -> new AreaActions(area.area(), area.closed()))))
                    .isEqualTo(minus(was, is));
        }
    }

    @Property(tries = TRIES)
    void aChangeToAGroupOpensNothingButWhatItIsSaidToOpen(@ForAll long seed) {
        var world = new RandomWorlds(seed).world();
        var change = change(seed, world);
        for (var group : world.groups()) {
            var changed = Changes.groups(world, each -> each.equals(group) ? change.apply(each) : each);
            var before = EngineJudge.of(world, Door.TEXT).policy();
            var after = EngineJudge.of(changed, Door.TEXT).policy();
            var id = before.definition()
                    .groups()
                    .get(world.groups().indexOf(group))
                    .id();
            var opened = words(world, Difference.openedByGroup(before, after, id).stream());
            for (var user : world.users()) {
                var was = new ReferenceEngine(world).access(user.name());
                var is = new ReferenceEngine(changed).access(user.name());
                assertThat(opened).containsAll(minus(is, was));
            }
        }
    }

    private static UnaryOperator<Group> change(long seed, World world) {
        var area = world.areas().getFirst().id();
        return switch ((int) Math.floorMod(seed, 6L)) {
            case 0 -> group -> Changes.withMode(group, Mode.EXCEPTIONS);
            case 1 -> group -> Changes.withMode(group, Mode.ONLY_LISTED);
            case 2 -> group -> Changes.withRules(group, List.of());
            case 3 -> group -> Changes.withRules(group, with(group, new Rule(Effect.DENY, area, Set.of(Action.READ))));
            case 4 ->
                group -> Changes.withRules(group, with(group, new Rule(Effect.ALLOW, area, Set.of(Action.DELETE))));
            default ->
                group -> Changes.withRules(group, group.rules().stream().skip(1).toList());
        };
    }

    private static List<Rule> with(Group group, Rule rule) {
        var rules = new ArrayList<>(group.rules());
        rules.add(rule);
        return rules;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> words(World world, EffectiveAccess access) {
        return words(world, access.areas().stream().map(area -> new AreaActions(area.area(), area.allowed())));
    }

    private static Set<String> words(World world, Stream<AreaActions> areas) {
        return areas.filter(area -> !area.actions().equals(Access.NONE))
                .flatMap(area -> area.actions().words().stream().map(action -> nameOf(world, area) + " " + action))
                .collect(toCollection(TreeSet::new));
    }

    /** Names of areas are unique in random worlds, across applications as well. */
    private static String nameOf(World world, AreaActions area) {
        return world.areas().stream()
                .filter(each -> each.name().equals(area.area().name()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
