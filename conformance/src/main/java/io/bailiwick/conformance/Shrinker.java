package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Pattern;
import io.bailiwick.conformance.World.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes away from a world whatever may go while it keeps a property: what is left is what matters. */
final class Shrinker {
    private final Predicate<World> interesting;

    Shrinker(Predicate<World> interesting) {
        this.interesting = interesting;
    }

    World shrink(World world) {
        for (var smaller = smaller(world).filter(interesting).findFirst();
                smaller.isPresent();
                smaller = smaller(world).filter(interesting).findFirst()) {
            world = smaller.get();
        }
        return world;
    }

    private static Stream<World> smaller(World world) {
        return Stream.of(
                        without(world.areas()).map(areas -> withAreas(world, areas)),
                        without(world.groups()).map(groups -> withGroups(world, groups)),
                        without(world.users()).map(users -> withUsers(world, users)),
                        without(world.resellers())
                                .map(resellers -> new World(
                                        world.areas(), world.groups(), resellers, world.partners(), world.users())),
                        without(world.partners())
                                .map(partners -> new World(
                                        world.areas(), world.groups(), world.resellers(), partners, world.users())),
                        each(world.areas(), Shrinker::smallerArea).map(areas -> withAreas(world, areas)),
                        each(world.groups(), Shrinker::smallerGroup).map(groups -> withGroups(world, groups)),
                        each(world.users(), Shrinker::smallerUser).map(users -> withUsers(world, users)))
                .flatMap(worlds -> worlds);
    }

    private static Stream<Area> smallerArea(Area area) {
        var plainer = new ArrayList<List<Pattern>>();
        for (int i = 0; i < area.patterns().size(); i++) {
            var pattern = area.patterns().get(i);
            if (!pattern.actions().isEmpty()) {
                plainer.add(replaced(area.patterns(), i, new Pattern(pattern.path(), Map.of())));
            }
        }
        return Stream.concat(without(area.patterns()).filter(patterns -> !patterns.isEmpty()), plainer.stream())
                .map(patterns -> new Area(area.application(), area.name(), area.gate(), patterns));
    }

    private static Stream<Group> smallerGroup(Group group) {
        return without(group.rules()).map(rules -> new Group(group.name(), group.mode(), group.defaultAccess(), rules));
    }

    private static Stream<User> smallerUser(User user) {
        return Stream.concat(
                without(user.groups()).map(groups -> with(user, groups, user.network())),
                without(user.network()).map(network -> with(user, user.groups(), network)));
    }

    private static User with(User user, List<String> groups, List<String> network) {
        return new User(
                user.name(),
                user.role(),
                user.permissions(),
                groups,
                user.reseller(),
                user.data(),
                network,
                user.status(),
                user.passwordChangeDue());
    }

    private static World withAreas(World world, List<Area> areas) {
        var ids = Set.copyOf(areas.stream().map(Area::id).toList());
        var groups = world.groups().stream()
                .map(group -> new Group(
                        group.name(),
                        group.mode(),
                        group.defaultAccess(),
                        group.rules().stream()
                                .filter(rule -> ids.contains(rule.area()))
                                .toList()))
                .toList();
        return new World(areas, groups, world.resellers(), world.partners(), world.users());
    }

    private static World withGroups(World world, List<Group> groups) {
        var names = Set.copyOf(groups.stream().map(Group::name).toList());
        var users = world.users().stream()
                .map(user -> with(
                        user, user.groups().stream().filter(names::contains).toList(), user.network()))
                .toList();
        return new World(world.areas(), groups, world.resellers(), world.partners(), users);
    }

    private static World withUsers(World world, List<User> users) {
        return new World(world.areas(), world.groups(), world.resellers(), world.partners(), users);
    }

    private static <T> Stream<List<T>> without(List<T> values) {
        return IntStream.range(0, values.size()).mapToObj(i -> {
            var rest = new ArrayList<>(values);
            rest.remove(i);
            return List.copyOf(rest);
        });
    }

    private static <T> Stream<List<T>> each(List<T> values, Function<T, Stream<T>> smaller) {
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> smaller.apply(values.get(i)).map(value -> replaced(values, i, value)));
    }

    private static <T> List<T> replaced(List<T> values, int at, T value) {
        var replaced = new ArrayList<>(values);
        replaced.set(at, value);
        return List.copyOf(replaced);
    }
}
