package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.DataAccess;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Partner;
import io.bailiwick.conformance.World.Pattern;
import io.bailiwick.conformance.World.Permission;
import io.bailiwick.conformance.World.Rule;
import io.bailiwick.conformance.World.Status;
import io.bailiwick.conformance.World.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Worlds like a given one, but for one thing. */
final class Changes {
    private Changes() {}

    static World areas(World world, UnaryOperator<Area> change) {
        return withAreas(world, world.areas().stream().map(change).toList());
    }

    static World groups(World world, UnaryOperator<Group> change) {
        return withGroups(world, world.groups().stream().map(change).toList());
    }

    static World partners(World world, UnaryOperator<Partner> change) {
        var partners = world.partners().stream().map(change).toList();
        return new World(world.areas(), world.groups(), world.resellers(), partners, world.users());
    }

    static World users(World world, UnaryOperator<User> change) {
        var users = world.users().stream().map(change).toList();
        return new World(world.areas(), world.groups(), world.resellers(), world.partners(), users);
    }

    static World withAreas(World world, List<Area> areas) {
        return new World(areas, world.groups(), world.resellers(), world.partners(), world.users());
    }

    static World withGroups(World world, List<Group> groups) {
        return new World(world.areas(), groups, world.resellers(), world.partners(), world.users());
    }

    static Area withGate(Area area, AreaGate gate) {
        return new Area(area.application(), area.name(), gate, area.patterns());
    }

    static Area withPatterns(Area area, List<Pattern> patterns) {
        return new Area(area.application(), area.name(), area.gate(), patterns);
    }

    static Area withPaths(Area area, UnaryOperator<String> change) {
        var patterns = area.patterns().stream()
                .map(pattern -> new Pattern(change.apply(pattern.path()), pattern.actions()))
                .toList();
        return withPatterns(area, patterns);
    }

    static Area withoutOverrides(Area area) {
        var patterns = area.patterns().stream()
                .map(pattern -> new Pattern(pattern.path(), Map.of()))
                .toList();
        return withPatterns(area, patterns);
    }

    static Group withMode(Group group, Mode mode) {
        return new Group(group.name(), mode, group.defaultAccess(), group.rules());
    }

    static Group withRules(Group group, List<Rule> rules) {
        return new Group(group.name(), group.mode(), group.defaultAccess(), rules);
    }

    static Partner switchedOff(Partner partner, boolean off) {
        return new Partner(partner.key(), partner.reseller(), off);
    }

    static User withGroups(User user, List<String> groups) {
        return with(user, user.permissions(), groups, user.reseller(), user.data(), user.network());
    }

    static User withReseller(User user, @Nullable String reseller) {
        return with(user, user.permissions(), user.groups(), reseller, user.data(), user.network());
    }

    static User withNetwork(User user, List<String> network) {
        return with(user, user.permissions(), user.groups(), user.reseller(), user.data(), network);
    }

    static User withPermissions(User user, Set<Permission> permissions) {
        return with(user, permissions, user.groups(), user.reseller(), user.data(), user.network());
    }

    static User withData(User user, DataAccess data) {
        return with(user, user.permissions(), user.groups(), user.reseller(), data, user.network());
    }

    static User active(User user) {
        return new User(
                user.name(),
                user.role(),
                user.permissions(),
                user.groups(),
                user.reseller(),
                user.data(),
                user.network(),
                Status.ACTIVE,
                false);
    }

    static Request by(String user, Request request) {
        return new Request(
                user, request.application(), request.method(), request.path(), request.address(), request.partner());
    }

    private static User with(
            User user,
            Set<Permission> permissions,
            List<String> groups,
            @Nullable String reseller,
            DataAccess data,
            List<String> network) {
        return new User(
                user.name(),
                user.role(),
                permissions,
                groups,
                reseller,
                data,
                network,
                user.status(),
                user.passwordChangeDue());
    }
}
