package io.bailiwick.engine;

import io.bailiwick.model.Access;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A small world for tests, in which ids are made of names. */
final class World {

    static final UUID APPLICATION = id("shop");

    final List<ApplicationDefinition> applications = new ArrayList<>(List.of(
            new ApplicationDefinition(APPLICATION, "shop"),
            new ApplicationDefinition(id("cockpit"), ApplicationDefinition.BUILT_IN_KEY)));
    final List<AreaDefinition> areas = new ArrayList<>();
    final List<GroupDefinition> groups = new ArrayList<>();
    final List<PartnerDefinition> partners = new ArrayList<>();

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    World area(String name, String... patterns) {
        return area(APPLICATION, name, AreaGate.OPEN, patterns);
    }

    World area(UUID application, String name, AreaGate gate, String... patterns) {
        var definitions = Stream.of(patterns)
                .map(PathPattern::parse)
                .map(PatternDefinition::of)
                .toList();
        areas.add(new AreaDefinition(id(name), application, name, gate, definitions));
        return this;
    }

    World group(String name, GroupMode mode, Access defaults, RuleDefinition... rules) {
        groups.add(new GroupDefinition(id(name), name, mode, defaults, List.of(rules)));
        return this;
    }

    World partner(String key, boolean on) {
        partners.add(new PartnerDefinition(id(key), key, null, on));
        return this;
    }

    static RuleDefinition allow(String area, Access access) {
        return new RuleDefinition(id(area), access, Effect.ALLOW);
    }

    static RuleDefinition deny(String area, Access access) {
        return new RuleDefinition(id(area), access, Effect.DENY);
    }

    PolicyDefinition definition() {
        return new PolicyDefinition(1, applications, areas, groups, partners);
    }

    Policy policy() {
        return Policy.of(definition());
    }

    static UserDefinition user(Role role, String... groups) {
        return user(role, AllowList.EMPTY, groups);
    }

    static UserDefinition user(Role role, AllowList network, String... groups) {
        var ids = Stream.of(groups).map(World::id).toList();
        return new UserDefinition(
                id("user"),
                UserStatus.ACTIVE,
                false,
                role,
                Set.of(),
                Set.copyOf(ids),
                null,
                DataAccess.defaultFor(role),
                network);
    }
}
