package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.DataMode;
import io.bailiwick.conformance.World.Role;
import io.bailiwick.conformance.World.User;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the access model lets nobody save, as far as one world shows it. */
final class ReferenceChecks {
    private ReferenceChecks() {}

    /** @throws WorldRefused with the first thing that is wrong */
    static void check(World world) {
        world.areas().forEach(ReferenceChecks::checkArea);
        world.areas().stream().map(Area::application).distinct().forEach(key -> checkCollisions(world, key));
        world.users().forEach(ReferenceChecks::checkUser);
        checkNames(world);
        checkReferences(world);
    }

    private static void checkArea(Area area) {
        area.patterns().forEach(pattern -> PlainPattern.read(pattern.path()));
        boolean builtInGate = EnumSet.of(AreaGate.PUBLIC, AreaGate.PERSONAL).contains(area.gate());
        refuse(builtInGate && !area.application().equals(World.BUILT_IN), "gate of the built-in application only");
        refuse(
                area.patterns().stream().anyMatch(pattern -> pattern.actions().containsKey("HEAD")),
                "HEAD always follows GET");
    }

    private static void checkCollisions(World world, String application) {
        var patterns = world.areas().stream()
                .filter(area -> area.application().equals(application))
                .flatMap(area -> area.patterns().stream())
                .map(pattern -> PlainPattern.read(pattern.path()))
                .toList();
        for (int i = 0; i < patterns.size(); i++) {
            for (int j = 0; j < i; j++) {
                refuse(patterns.get(i).collidesWith(patterns.get(j)), "two patterns collide");
            }
        }
    }

    private static void checkUser(User user) {
        refuse(
                user.network().stream()
                        .anyMatch(entry -> PlainNetwork.entry(entry).isEmpty()),
                "no network entry");
        refuse(user.reseller() != null && user.groups().isEmpty(), "a reseller's user has a group");
        var data = user.data();
        refuse(
                data.mode() == DataMode.SELECTED && data.partners().isEmpty(),
                "selected data access selects one partner or more");
        refuse(user.role() == Role.ADMINISTRATOR && data.mode() != DataMode.ALL, "an Administrator has all");
        if (user.role() == Role.PARTNER) {
            refuse(data.mode() != DataMode.SELECTED || data.partners().size() != 1, "exactly one selected partner");
            var grantable = EnumSet.of(World.Permission.ISSUE_COMMENTS);
            refuse(!grantable.containsAll(user.permissions()), "a permission that a Partner cannot be granted");
        }
    }

    private static void checkNames(World world) {
        Set<String> names = new HashSet<>();
        world.areas().forEach(area -> refuse(!names.add("area " + area.id()), "two areas of one name"));
        world.users().forEach(user -> refuse(!names.add("user " + user.name()), "two users of one name"));
        world.partners().forEach(partner -> refuse(!names.add("partner " + partner.key()), "two partners of one key"));
    }

    private static void checkReferences(World world) {
        var areas = world.areas().stream().map(Area::id).toList();
        var groups = world.groups().stream().map(World.Group::name).toList();
        var partners = world.partners().stream().map(World.Partner::key).toList();
        var resellers = new HashSet<@Nullable String>(world.resellers());
        resellers.add(null);
        boolean known = world.groups().stream()
                        .flatMap(group -> group.rules().stream())
                        .allMatch(rule -> areas.contains(rule.area()))
                && world.partners().stream().allMatch(partner -> resellers.contains(partner.reseller()))
                && world.users().stream()
                        .allMatch(user -> groups.containsAll(user.groups())
                                && partners.containsAll(user.data().partners())
                                && resellers.contains(user.reseller()));
        refuse(!known, "something is named that is not there");
    }

    private static void refuse(boolean wrong, String reason) {
        if (wrong) {
            throw new WorldRefused(reason);
        }
    }
}
