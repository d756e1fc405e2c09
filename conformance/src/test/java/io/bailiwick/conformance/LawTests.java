package io.bailiwick.conformance;

import static io.bailiwick.conformance.Changes.areas;
import static io.bailiwick.conformance.Changes.groups;
import static io.bailiwick.conformance.Changes.partners;
import static io.bailiwick.conformance.Changes.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.Effect;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the access model implies, whatever the world. Every implementation at hand must obey. */
class LawTests {
    private static final int TRIES = 150;
    private static final int REQUESTS = 20;

    private static final BiPredicate<Decision, Decision> SAME = Decision::equals;

    /** Whatever is allowed after the change was allowed before. */
    private static final BiPredicate<Decision, Decision> NARROWS =
            (before, after) -> before.allowed() || !after.allowed();

    private static final BiPredicate<Decision, Decision> WIDENS = (before, after) -> NARROWS.test(after, before);

    // What changes in the world

    @Property(tries = TRIES)
    void denyBeatsAllow(@ForAll long seed) {
        UnaryOperator<World> allDenied = world -> groups(
                withoutBuiltInGates(world), group -> Changes.withRules(group, denyingEverything(world, group.rules())));
        eachDecision(seed, allDenied, (world, request, decision) -> {
            boolean inGroup = world.users().stream()
                    .anyMatch(user ->
                            user.name().equals(request.user()) && !user.groups().isEmpty());
            assertThat(inGroup && decision.allowed()).isFalse();
        });
    }

    @Property(tries = TRIES)
    void gatesOnlyNarrow(@ForAll long seed) {
        changing(
                seed,
                world -> areas(withoutBuiltInGates(world), area -> Changes.withGate(area, AreaGate.OPEN)),
                world -> withoutBuiltInGates(world),
                NARROWS);
    }

    @Property(tries = TRIES)
    void groupsOnlyNarrow(@ForAll long seed) {
        changing(
                seed,
                world -> users(world, user -> Changes.withReseller(Changes.withGroups(user, List.of()), null)),
                world -> users(world, user -> Changes.withReseller(user, null)),
                NARROWS);
    }

    @Property(tries = TRIES)
    void aResellerOnlyNarrows(@ForAll long seed) {
        changing(seed, world -> users(world, user -> Changes.withReseller(user, null)), same(), NARROWS);
    }

    @Property(tries = TRIES)
    void anAllowListOnlyNarrows(@ForAll long seed) {
        changing(seed, world -> users(world, user -> Changes.withNetwork(user, List.of())), same(), NARROWS);
    }

    @Property(tries = TRIES)
    void aPermissionOnlyWidens(@ForAll long seed) {
        changing(seed, world -> users(world, user -> Changes.withPermissions(user, Set.of())), same(), WIDENS);
    }

    @Property(tries = TRIES)
    void takingAwayADenyNeverCloses(@ForAll long seed) {
        changing(
                seed,
                same(),
                world -> groups(
                        world,
                        group -> Changes.withRules(
                                group,
                                group.rules().stream()
                                        .filter(rule -> rule.effect() == Effect.ALLOW)
                                        .toList())),
                WIDENS);
    }

    @Property(tries = TRIES)
    void exceptionsAllowAtLeastWhatListsDo(@ForAll long seed) {
        changing(
                seed,
                world -> groups(world, group -> Changes.withMode(group, Mode.ONLY_LISTED)),
                world -> groups(world, group -> Changes.withMode(group, Mode.EXCEPTIONS)),
                WIDENS);
    }

    @Property(tries = TRIES)
    void switchingPartnersOffOnlyNarrows(@ForAll long seed) {
        changing(seed, same(), world -> partners(world, partner -> Changes.switchedOff(partner, true)), NARROWS);
    }

    @Property(tries = TRIES)
    void orderOfGroupsIsIrrelevant(@ForAll long seed) {
        changing(
                seed,
                same(),
                world -> Changes.withGroups(
                        users(
                                world,
                                user -> Changes.withGroups(user, user.groups().reversed())),
                        world.groups().reversed()),
                SAME);
    }

    @Property(tries = TRIES)
    void orderOfRulesIsIrrelevant(@ForAll long seed) {
        changing(
                seed,
                same(),
                world -> groups(
                        world, group -> Changes.withRules(group, group.rules().reversed())),
                SAME);
    }

    @Property(tries = TRIES)
    void orderOfAreasAndPatternsIsIrrelevant(@ForAll long seed) {
        changing(
                seed,
                same(),
                world -> Changes.withAreas(
                        areas(
                                world,
                                area -> Changes.withPatterns(
                                        area, area.patterns().reversed())),
                        world.areas().reversed()),
                SAME);
    }

    @Property(tries = TRIES)
    void namesOfSegmentsMeanNothing(@ForAll long seed) {
        changing(
                seed,
                same(),
                world -> areas(world, area -> Changes.withPaths(area, path -> path.replaceAll("\\{[xy]}", "{other}"))),
                SAME);
    }

    @Property(tries = TRIES)
    void aRuleOfNoActionsMeansNothingAmongExceptions(@ForAll long seed) {
        UnaryOperator<World> excepting = world -> groups(world, group -> Changes.withMode(group, Mode.EXCEPTIONS));
        changing(
                seed,
                excepting,
                world -> groups(
                        excepting.apply(world),
                        group -> Changes.withRules(group, withEmptyRules(world, group.rules()))),
                SAME);
    }

    // What changes in the request

    @Property(tries = TRIES)
    void aTrailingSlashMeansNothing(@ForAll long seed) {
        asking(seed, request -> request.withPath(slashed(request.path())), SAME);
    }

    @Property(tries = TRIES)
    void aQueryMeansNothing(@ForAll long seed) {
        asking(seed, request -> request.withPath(request.path() + "?a=/../%zz;"), SAME);
    }

    @Property(tries = TRIES)
    void headEqualsGet(@ForAll long seed) {
        changing(
                seed,
                same(),
                request -> request.withMethod("GET"),
                same(),
                request -> request.withMethod("HEAD"),
                SAME);
    }

    @Property(tries = TRIES)
    void escapingALetterMeansNothing(@ForAll long seed) {
        // A letter after % or a digit may be part of an escape; the rest is not.
        asking(seed, request -> request.withPath(request.path().replaceAll("(?<=[/abz])b(?![^?]*\\?)", "%62")), SAME);
    }

    @Property(tries = TRIES)
    void withoutAnAddressTheNetworkIsNotJudged(@ForAll long seed) {
        asking(
                seed,
                request -> request.withAddress(null),
                (with, without) -> with.equals(without) || with.gate() == Gate.NETWORK);
    }

    @Property(tries = TRIES)
    void whatIsMalformedIsDeniedToEveryone(@ForAll long seed) {
        var spoilt = List.of("/..", "/./x", "//", "/%2F", "/%2e", ";", "\\", "/%00", "/%C3", "/é", "/%", "/a b");
        eachDecision(
                seed,
                same(),
                request -> request.withPath(
                        bare(request.path()) + spoilt.get((int) Math.floorMod(seed, (long) spoilt.size()))),
                (world, request, decision) -> assertThat(decision).isEqualTo(Decision.denied(Gate.PATH)));
    }

    @Property(tries = TRIES)
    void theScopeSaysWhoseDataIsOpen(@ForAll long seed) {
        for (var candidate : Implementations.named().values()) {
            var random = new RandomWorlds(seed);
            var world = random.world();
            var judge = candidate.judge(world);
            for (int i = 0; i < REQUESTS; i++) {
                var request = random.request(world).withPartner(null);
                var sight = judge.decide(request).sight();
                if (sight != null) {
                    world.partners()
                            .forEach(partner -> assertThat(judge.decide(request.withPartner(partner.key()))
                                            .allowed())
                                    .isEqualTo(sight.partners().contains(partner.key()) && !partner.switchedOff()));
                }
            }
        }
    }

    // What is compared

    @Property(tries = TRIES)
    void nobodyExceedsOneself(@ForAll long seed) {
        for (var candidate : Implementations.named().values()) {
            var world = new RandomWorlds(seed).world();
            var judge = candidate.judge(world);
            assertThat(world.users()).noneMatch(user -> judge.exceeds(user.name(), user.name()));
        }
    }

    @Property(tries = TRIES)
    void whoeverExceedsNobodyMayNothingMore(@ForAll long seed) {
        for (var candidate : Implementations.named().values()) {
            var random = new RandomWorlds(seed);
            var world = users(random.world(), user -> Changes.active(Changes.withNetwork(user, List.of())));
            var judge = candidate.judge(world);
            for (int i = 0; i < REQUESTS; i++) {
                var request = random.request(world);
                var user = world.users()
                        .get(Math.floorMod(i, world.users().size()))
                        .name();
                var actor = world.users().getFirst().name();
                if (!judge.exceeds(user, actor)) {
                    assertThat(NARROWS.test(
                                    judge.decide(Changes.by(actor, request)), judge.decide(Changes.by(user, request))))
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = TRIES)
    void decideAndExplainAgree(@ForAll long seed) {
        for (var candidate : Implementations.named().values()) {
            var random = new RandomWorlds(seed);
            var world = random.world();
            var judge = candidate.judge(world);
            IntStream.range(0, REQUESTS)
                    .mapToObj(i -> random.request(world))
                    .forEach(request -> assertThat(judge.explain(request)).isEqualTo(judge.decide(request)));
        }
    }

    private static void asking(long seed, UnaryOperator<Request> change, BiPredicate<Decision, Decision> law) {
        changing(seed, same(), same(), same(), change, law);
    }

    private static void changing(
            long seed, UnaryOperator<World> before, UnaryOperator<World> after, BiPredicate<Decision, Decision> law) {
        changing(seed, before, same(), after, same(), law);
    }

    private static void changing(
            long seed,
            UnaryOperator<World> worldBefore,
            UnaryOperator<Request> before,
            UnaryOperator<World> worldAfter,
            UnaryOperator<Request> after,
            BiPredicate<Decision, Decision> law) {
        for (var candidate : Implementations.named().values()) {
            var random = new RandomWorlds(seed);
            var world = random.world();
            var first = candidate.judge(worldBefore.apply(world));
            var second = candidate.judge(worldAfter.apply(world));
            for (int i = 0; i < REQUESTS; i++) {
                var request = random.request(world);
                var one = first.decide(before.apply(request));
                var other = second.decide(after.apply(request));
                assertThat(law.test(one, other))
                        .as("%s: %s, then %s", request, one, other)
                        .isTrue();
            }
        }
    }

    private interface Check {
        void decided(World world, Request request, Decision decision);
    }

    private static void eachDecision(long seed, UnaryOperator<World> change, Check check) {
        eachDecision(seed, change, same(), check);
    }

    private static void eachDecision(
            long seed, UnaryOperator<World> change, UnaryOperator<Request> asked, Check check) {
        for (var candidate : Implementations.named().values()) {
            var random = new RandomWorlds(seed);
            var world = change.apply(random.world());
            var judge = candidate.judge(world);
            for (int i = 0; i < REQUESTS; i++) {
                var request = asked.apply(random.request(world));
                check.decided(world, request, judge.decide(request));
            }
        }
    }

    private static <T> UnaryOperator<T> same() {
        return UnaryOperator.identity();
    }

    private static World withoutBuiltInGates(World world) {
        return areas(
                world,
                area -> area.gate() == AreaGate.PUBLIC || area.gate() == AreaGate.PERSONAL
                        ? Changes.withGate(area, AreaGate.STAFF)
                        : area);
    }

    private static List<Rule> denyingEverything(World world, List<Rule> rules) {
        var more = new ArrayList<>(rules);
        world.areas().forEach(area -> more.add(new Rule(Effect.DENY, area.id(), Set.of(Action.values()))));
        return more;
    }

    private static List<Rule> withEmptyRules(World world, List<Rule> rules) {
        var more = new ArrayList<>(rules);
        world.areas().forEach(area -> more.add(new Rule(Effect.ALLOW, area.id(), Set.of())));
        world.areas().forEach(area -> more.add(new Rule(Effect.DENY, area.id(), Set.of())));
        return more;
    }

    private static String slashed(String path) {
        var bare = bare(path);
        return bare.endsWith("/") ? path : bare + "/" + path.substring(bare.length());
    }

    private static String bare(String path) {
        return path.split("\\?", 2)[0];
    }
}
