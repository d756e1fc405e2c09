package io.bailiwick.decisions.web;

import io.bailiwick.decisions.GroupReach;
import io.bailiwick.decisions.GroupReaches;
import io.bailiwick.decisions.UserAccess;
import io.bailiwick.decisions.UserAccesses;
import io.bailiwick.decisions.web.Comparison.Alone;
import io.bailiwick.decisions.web.Comparison.Field;
import io.bailiwick.decisions.web.Comparison.Reach;
import io.bailiwick.decisions.web.Comparison.Side;
import io.bailiwick.groups.Group;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Permission;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays two users, or two groups, side by side. */
@Component
class Comparisons {
    private final UserAccesses accesses;
    private final GroupReaches reaches;

    Comparisons(UserAccesses accesses, GroupReaches reaches) {
        this.accesses = accesses;
        this.reaches = reaches;
    }

    /**
     * Fills what a page needs that lays something beside another one of its kind.
     *
     * @param with what was asked for; nothing is compared when it is blank
     * @param missing what is said when there is no such thing in sight
     */
    static Optional<Comparison> fill(
            Model model, String with, boolean all, Supplier<Comparison> comparison, String missing) {
        model.addAttribute("with", with);
        model.addAttribute("all", all);
        model.addAttribute("errors", Errors.none());
        if (with.isBlank()) {
            return Optional.empty();
        }
        try {
            var found = comparison.get();
            model.addAttribute("comparison", found);
            return Optional.of(found);
        } catch (Refusal.NotFound unseen) {
            model.addAttribute("errors", Errors.none().and("with", missing));
            return Optional.empty();
        }
    }

    /** Two users as the actor sees them. */
    Comparison of(Actor actor, User one, User other, boolean everything) {
        var fields = List.of(
                field("status", one, other, user -> Stream.of(user.status().word())),
                field("mustChangePassword", one, other, user -> Stream.of(Boolean.toString(user.passwordChangeDue()))),
                field("role", one, other, user -> Stream.of(user.role().word())),
                field(
                        "permissions",
                        one,
                        other,
                        user -> user.permissions().stream().map(Permission::word)),
                field("groups", one, other, user -> user.groups().stream().map(User.Group::name)),
                field(
                        "dataAccess",
                        one,
                        other,
                        user -> Stream.of(user.dataAccess().mode())),
                field("partners", one, other, user -> user.partners().stream().map(User.Partner::key)),
                field(
                        "reseller",
                        one,
                        other,
                        user -> Stream.ofNullable(user.reseller()).map(User.Reseller::key)),
                field("network", one, other, user -> user.network().texts().stream()));
        var areas = Comparison.areas(areas(accesses.of(actor, one.id())), areas(accesses.of(actor, other.id())));
        return Comparison.of(side(one), side(other), fields, areas, everything);
    }

    /** Two groups. */
    Comparison of(Actor actor, Group one, Group other, boolean everything) {
        var fields = List.of(
                new Field(
                        "mode", List.of(one.mode().word()), List.of(other.mode().word())),
                new Field("defaultAccess", counting(one), counting(other)));
        var areas = Comparison.areas(
                areas(reaches.of(actor, one.id().value())),
                areas(reaches.of(actor, other.id().value())));
        return Comparison.of(side(one), side(other), fields, areas, everything);
    }

    private static Field field(String name, User one, User other, Values values) {
        return new Field(
                name,
                values.of(one).sorted().toList(),
                values.of(other).sorted().toList());
    }

    /** What is set of a user. */
    private interface Values {
        Stream<String> of(User user);
    }

    /** The default access, where it counts. */
    private static List<String> counting(Group group) {
        return group.defaultsCount() ? group.defaultAccess().words() : List.of();
    }

    private static List<Alone> areas(UserAccess access) {
        return access.areas().stream()
                .map(area -> new Alone(
                        area.id(),
                        area.application(),
                        area.applicationName(),
                        area.name(),
                        new Reach(area.access(), List.of())))
                .toList();
    }

    private static List<Alone> areas(List<GroupReach> reach) {
        return reach.stream()
                .map(area -> new Alone(
                        area.area(),
                        area.application(),
                        area.applicationName(),
                        area.name(),
                        new Reach(area.allowed().words(), area.denied().words())))
                .toList();
    }

    private static Side side(User user) {
        return new Side(user.id().value(), user.name(), user.email());
    }

    private static Side side(Group group) {
        return new Side(group.id().value(), group.name(), null);
    }
}
