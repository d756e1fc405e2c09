package io.bailiwick.users;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.PasswordChanged.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Records what was done to users, and tells whoever has to react within the transaction. */
@Component
class UserChanges {
    private final Changes changes;
    private final ApplicationEventPublisher events;

    UserChanges(Changes changes, ApplicationEventPublisher events) {
        this.changes = changes;
        this.events = events;
    }

    void created(Actor actor, User user) {
        record(actor, "user.created", item(user, Map.of(), fields(user)));
        events.publishEvent(new UserCreated(actor, user.id()));
    }

    /** All at once are one change. */
    void invited(Actor actor, List<User> users) {
        var kind = users.size() == 1 ? "user.invited" : "users.invited";
        var items =
                users.stream().map(user -> item(user, Map.of(), fields(user))).toList();
        changes.record(actor, new Change(kind, reach(users), items));
        users.forEach(user -> events.publishEvent(new UserCreated(actor, user.id())));
    }

    void invitedAgain(Actor actor, User user) {
        changes.record(
                actor, Change.of("user.invited-again", new Change.Reach.Nobody(), item(user, Map.of(), Map.of())));
    }

    void accepted(Actor actor, User before, User after) {
        record(actor, "user.accepted", difference(before, after));
    }

    void withdrawn(Actor actor, User user) {
        record(actor, "user.withdrawn", item(user, fields(user), Map.of()));
        events.publishEvent(new UserDeleted(actor, user.id()));
    }

    void updated(Actor actor, User before, User after) {
        var kind = before.status() == after.status()
                ? "user.updated"
                : after.status() == UserStatus.DISABLED ? "user.disabled" : "user.enabled";
        record(actor, kind, difference(before, after));
        tell(actor, before, after);
    }

    /** Many users at once: one change with an item for each. */
    void updated(Actor actor, Map<UserId, User> before, Map<UserId, User> after) {
        if (before.size() == 1) {
            before.forEach((id, user) -> updated(actor, user, after.getOrDefault(id, user)));
            return;
        }
        var items = new ArrayList<Change.Item>();
        before.forEach((id, user) -> items.add(difference(user, after.getOrDefault(id, user))));
        changes.record(actor, new Change(kind(before, after), new Change.Reach.Users(before.keySet()), items));
        before.forEach((id, user) -> tell(actor, user, after.getOrDefault(id, user)));
    }

    private static String kind(Map<UserId, User> before, Map<UserId, User> after) {
        var turned = after.values().stream()
                .filter(user -> Objects.requireNonNull(before.get(user.id())).status() != user.status())
                .map(User::status)
                .findFirst();
        return turned.map(status -> status == UserStatus.DISABLED ? "users.disabled" : "users.enabled")
                .orElse("users.updated");
    }

    private void tell(Actor actor, User before, User after) {
        if (before.status() != after.status() && after.status() == UserStatus.DISABLED) {
            events.publishEvent(new UserDisabled(actor, after.id()));
        }
        if (!before.email().equalsIgnoreCase(after.email())) {
            events.publishEvent(
                    new EmailChanged(actor, after.id(), before.email(), before.emailVerified(), after.email()));
        }
        if (before.role() != after.role()) {
            events.publishEvent(new RoleChanged(actor, after.id(), before.role(), after.role()));
        }
        if (before.status() == UserStatus.DISABLED && after.status() != UserStatus.DISABLED) {
            events.publishEvent(new UserAdmitted(actor, after.id()));
        }
    }

    void deleted(Actor actor, List<User> users) {
        var kind = users.size() == 1 ? "user.deleted" : "users.deleted";
        var items =
                users.stream().map(user -> item(user, fields(user), Map.of())).toList();
        changes.record(actor, new Change(kind, reach(users), items));
        users.forEach(user -> events.publishEvent(new UserDeleted(actor, user.id())));
    }

    void passwordChanged(Actor actor, User user, boolean changeDue, Way way) {
        var kind = switch (way) {
            case CHANGED -> "user.password-changed";
            case RESET -> "user.password-reset";
            case ASSIGNED -> "user.password-set";
        };
        var before = new LinkedHashMap<String, Object>(Map.of("mustChangePassword", user.passwordChangeDue()));
        var after = new LinkedHashMap<String, Object>(Map.of("mustChangePassword", changeDue));
        if (user.status() == UserStatus.INVITED) {
            before.put("status", UserStatus.INVITED.word());
            after.put("status", UserStatus.ACTIVE.word());
        }
        record(actor, kind, item(user, before, after));
        events.publishEvent(new PasswordChanged(actor, user.id(), way));
        if (user.status() == UserStatus.INVITED) {
            events.publishEvent(new UserAdmitted(actor, user.id()));
        }
    }

    void emailVerified(Actor actor, User user) {
        var item = item(user, Map.of("emailVerified", false), Map.of("emailVerified", true));
        changes.record(actor, Change.of("user.email-verified", new Change.Reach.Nobody(), item));
    }

    /** What is other than before. */
    private static Change.Item difference(User before, User after) {
        var was = fields(before);
        var is = fields(after);
        var same = was.keySet().stream()
                .filter(field -> Objects.equals(was.get(field), is.get(field)))
                .toList();
        same.forEach(was::remove);
        same.forEach(is::remove);
        return item(after, was, is);
    }

    private void record(Actor actor, String kind, Change.Item item) {
        changes.record(actor, new Change(kind, new Change.Reach.Users(Set.of(new UserId(item.id()))), List.of(item)));
    }

    private static Change.Reach reach(List<User> users) {
        return new Change.Reach.Users(users.stream().map(User::id).collect(Collectors.toSet()));
    }

    static Change.Item item(User user, Map<String, ?> before, Map<String, ?> after) {
        return new Change.Item("user", user.id().value(), user.email(), before, after);
    }

    private static Map<String, @Nullable Object> fields(User user) {
        var form = UserForm.of(user);
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("email", form.email());
        fields.put("emailVerified", user.emailVerified());
        fields.put("name", form.name());
        fields.put("role", form.role());
        fields.put("status", form.status());
        fields.put("groups", user.groups());
        fields.put("permissions", form.permissions());
        fields.put("dataAccess", form.dataAccess());
        fields.put("reseller", form.reseller());
        fields.put("timeZone", form.timeZone());
        fields.put("network", new ArrayList<>(user.network().texts()));
        fields.put("sharedTickets", form.sharedTickets());
        fields.put("mustChangePassword", form.mustChangePassword());
        return fields;
    }
}
