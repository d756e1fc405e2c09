package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.DataAccess;
import io.bailiwick.conformance.World.DataMode;
import io.bailiwick.conformance.World.Effect;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Partner;
import io.bailiwick.conformance.World.Pattern;
import io.bailiwick.conformance.World.Permission;
import io.bailiwick.conformance.World.Role;
import io.bailiwick.conformance.World.Rule;
import io.bailiwick.conformance.World.Status;
import io.bailiwick.conformance.World.User;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Small but nasty worlds, and requests that make the most of them: patterns that overlap and nest, part-literals,
 * escapes, overrides, malformed paths, groups that contradict each other, resellers, partners switched off. Every world
 * is legal. The same seed makes the same worlds and requests in the same order.
 */
public final class RandomWorlds {
    private static final List<AreaGate> GATES = List.of(
            AreaGate.OPEN,
            AreaGate.OPEN,
            AreaGate.OPEN,
            AreaGate.OPEN,
            AreaGate.STAFF,
            AreaGate.ADMINISTRATION,
            AreaGate.JOBS,
            AreaGate.INTEGRATION_CONFIGURATION,
            AreaGate.ISSUE_COMMENTS,
            AreaGate.REPROCESS_MESSAGES);
    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "POST", "PUT", "PATCH", "DELETE", "DELETE", "QUERY", "get",
            "TRACE", "");

    private final RandomGenerator random;
    private final RandomPaths paths;
    private final RandomNetworks networks;

    /** From that seed on. */
    public RandomWorlds(long seed) {
        random = new SplittableRandom(seed);
        paths = new RandomPaths(random);
        networks = new RandomNetworks(random);
    }

    /** The next world. */
    public World world() {
        var areas = areas();
        var groups = some(0, 4, i -> group("g" + i, areas));
        var resellers = some(0, 2, i -> "r" + i);
        var partners = some(0, 4, i -> new Partner("p" + i, maybe(resellers), oneIn(6)));
        var names = groups.stream().map(Group::name).toList();
        var keys = partners.stream().map(Partner::key).toList();
        return new World(areas, groups, resellers, partners, some(1, 4, i -> user("u" + i, names, resellers, keys)));
    }

    /** The next request in that world. */
    public Request request(World world) {
        var user = oneIn(25) ? null : pick(world.users()).name();
        var area = pick(world.areas());
        var application = oneIn(30) ? "nowhere" : area.application();
        var partner = oneIn(2) || world.partners().isEmpty()
                ? null
                : pick(world.partners()).key();
        return new Request(
                user,
                application,
                pick(METHODS),
                paths.path(pick(area.patterns()).path()),
                oneIn(3) ? null : networks.address(),
                oneIn(20) ? "nobody" : partner);
    }

    private List<Area> areas() {
        var taken = new HashMap<String, List<Pattern>>();
        var areas = new ArrayList<Area>();
        int count = 1 + random.nextInt(6);
        while (areas.size() < count) {
            var application = oneIn(4) ? World.BUILT_IN : oneIn(8) ? "other" : World.APPLICATION;
            var patterns = some(1, 3, i -> pattern(taken.computeIfAbsent(application, key -> new ArrayList<>())));
            var fresh = patterns.stream().flatMap(List::stream).toList();
            if (!fresh.isEmpty()) {
                areas.add(new Area(application, "area" + areas.size(), gate(application), fresh));
            }
        }
        return areas;
    }

    /** A pattern that collides with none of those taken, if the first try made one. */
    private List<Pattern> pattern(List<Pattern> taken) {
        var path = paths.pattern(taken.stream().map(Pattern::path).toList());
        var plain = PlainPattern.read(path);
        if (taken.stream().anyMatch(other -> PlainPattern.read(other.path()).collidesWith(plain))) {
            return List.of();
        }
        var pattern = new Pattern(path, oneIn(3) ? overrides() : Map.of());
        taken.add(pattern);
        return List.of(pattern);
    }

    private Map<String, Action> overrides() {
        var overrides = new HashMap<String, Action>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            overrides.put(pick(List.of("GET", "POST", "PUT", "OPTIONS", "DELETE", "QUERY")), pick(Action.values()));
        }
        return overrides;
    }

    private AreaGate gate(String application) {
        if (application.equals(World.BUILT_IN) && oneIn(2)) {
            return oneIn(2) ? AreaGate.PUBLIC : AreaGate.PERSONAL;
        }
        return pick(GATES);
    }

    private Group group(String name, List<Area> areas) {
        return new Group(
                name,
                pick(Mode.values()),
                oneIn(2) ? Set.of(Action.values()) : subset(Action.class),
                some(
                        0,
                        4,
                        i -> new Rule(
                                oneIn(3) ? Effect.DENY : Effect.ALLOW,
                                pick(areas).id(),
                                access())));
    }

    private Set<Action> access() {
        return oneIn(3) ? Set.of(Action.values()) : subset(Action.class);
    }

    private User user(String name, List<String> groups, List<String> resellers, List<String> partners) {
        var role = partners.isEmpty() ? pick(List.of(Role.ADMINISTRATOR, Role.NORMAL)) : pick(Role.values());
        var permissions = subset(Permission.class);
        if (role == Role.PARTNER) {
            permissions.retainAll(Set.of(Permission.ISSUE_COMMENTS));
        }
        var memberOf = groups.stream().filter(group -> oneIn(2)).toList();
        return new User(
                name,
                role,
                permissions,
                oneIn(2) ? memberOf : memberOf.reversed(),
                memberOf.isEmpty() || oneIn(2) ? null : maybe(resellers),
                data(role, partners),
                oneIn(2) ? List.of() : some(1, 3, i -> networks.entry()),
                oneIn(15) ? pick(Status.values()) : Status.ACTIVE,
                oneIn(25));
    }

    private DataAccess data(Role role, List<String> partners) {
        var selected = new HashSet<>(partners);
        selected.removeIf(partner -> oneIn(2));
        return switch (role) {
            case ADMINISTRATOR -> new DataAccess(DataMode.ALL, Set.of());
            case PARTNER -> new DataAccess(DataMode.SELECTED, Set.of(pick(partners)));
            case NORMAL ->
                !selected.isEmpty()
                        ? new DataAccess(DataMode.SELECTED, selected)
                        : new DataAccess(oneIn(2) ? DataMode.ALL : DataMode.NONE, Set.of());
        };
    }

    private <E extends Enum<E>> Set<E> subset(Class<E> type) {
        var subset = EnumSet.allOf(type);
        subset.removeIf(value -> oneIn(2));
        return subset;
    }

    private <T> List<T> some(int least, int most, IntFunction<T> make) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(make).toList();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> @Nullable T maybe(List<T> values) {
        return values.isEmpty() || oneIn(3) ? null : pick(values);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
