package io.bailiwick.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.GroupDefinition;
import io.bailiwick.engine.PartnerDefinition;
import io.bailiwick.engine.PatternDefinition;
import io.bailiwick.engine.PolicyDefinition;
import io.bailiwick.engine.RuleDefinition;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A world in the engine's words. Ids follow from the names, so the same world has the same ids every time. */
public final class EngineWorld {
    private EngineWorld() {}

    /** The policy of the world. */
    public static PolicyDefinition policy(World world) {
        return new PolicyDefinition(
                1,
                world.areas().stream()
                        .map(World.Area::application)
                        .distinct()
                        .map(key -> new ApplicationDefinition(application(key), key))
                        .toList(),
                world.areas().stream().map(EngineWorld::area).toList(),
                world.groups().stream().map(EngineWorld::group).toList(),
                world.partners().stream().map(EngineWorld::partner).toList());
    }

    /**
     * A user of the world.
     *
     * @throws WorldRefused when the role may not have the permissions or the data access
     */
    public static UserDefinition user(World.User user) {
        var role = Role.valueOf(user.role().name());
        var data = data(user.data());
        var permissions = permissions(user.permissions());
        data.problemFor(role).ifPresent(problem -> {
            throw new WorldRefused(problem);
        });
        if (!permissions.stream().allMatch(permission -> permission.mayBeHeldBy(role))) {
            throw new WorldRefused("a permission that the role may not hold");
        }
        return new UserDefinition(
                user(user.name()),
                UserStatus.valueOf(user.status().name()),
                user.passwordChangeDue(),
                role,
                permissions,
                user.groups().stream().map(name -> id("group", name)).collect(toSet()),
                user.reseller() == null ? null : id("reseller", user.reseller()),
                data,
                AllowList.parse(user.network()));
    }

    /** The id of the application with that key. */
    public static UUID application(String key) {
        return id("application", key);
    }

    /** The id of the user with that name. */
    public static UUID user(String name) {
        return id("user", name);
    }

    /** The id of the partner with that key; {@code null} for none. */
    public static @Nullable UUID partner(@Nullable String key) {
        return key == null ? null : id("partner", key);
    }

    private static AreaDefinition area(World.Area area) {
        return new AreaDefinition(
                id("area", area.id()),
                application(area.application()),
                area.name(),
                AreaGate.valueOf(area.gate().name()),
                area.patterns().stream().map(EngineWorld::pattern).toList());
    }

    private static PatternDefinition pattern(World.Pattern pattern) {
        var overrides = pattern.actions().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> action(entry.getValue())));
        return new PatternDefinition(PathPattern.parse(pattern.path()), MethodOverrides.of(overrides));
    }

    private static GroupDefinition group(World.Group group) {
        return new GroupDefinition(
                id("group", group.name()),
                group.name(),
                group.mode() == World.Mode.EXCEPTIONS ? GroupMode.EXCEPTIONS : GroupMode.ONLY_LISTED,
                access(group.defaultAccess()),
                group.rules().stream().map(EngineWorld::rule).toList());
    }

    private static RuleDefinition rule(World.Rule rule) {
        var effect = Effect.valueOf(rule.effect().name());
        return new RuleDefinition(id("area", rule.area()), access(rule.access()), effect);
    }

    private static PartnerDefinition partner(World.Partner partner) {
        var reseller = partner.reseller() == null ? null : id("reseller", partner.reseller());
        return new PartnerDefinition(id("partner", partner.key()), partner.key(), reseller, !partner.switchedOff());
    }

    private static DataAccess data(World.DataAccess data) {
        return switch (data.mode()) {
            case NONE -> DataAccess.NONE;
            case ALL -> DataAccess.ALL;
            case SELECTED ->
                new DataAccess.Selected(
                        data.partners().stream().map(key -> id("partner", key)).collect(toSet()));
        };
    }

    private static Set<Permission> permissions(Set<World.Permission> permissions) {
        return permissions.stream()
                .map(permission -> Permission.valueOf(permission.name()))
                .collect(toSet());
    }

    private static Access access(Set<World.Action> actions) {
        return Access.of(actions.stream().map(EngineWorld::action).toList());
    }

    private static Action action(World.Action action) {
        return Action.valueOf(action.name());
    }

    private static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes(String.join("\n", List.of(kind, name)).getBytes(UTF_8));
    }
}
