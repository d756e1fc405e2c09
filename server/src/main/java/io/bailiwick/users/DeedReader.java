package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a deed what it does to each user; whatever it names is looked up once. */
@Component
class DeedReader {
    private static final int MOST_TIES = 100;

    private final TieStore ties;
    private final Guard guard;

    DeedReader(TieStore ties, Guard guard) {
        this.ties = ties;
        this.guard = guard;
    }

    /**
     * What the deed does: of a user it makes what he would be, or throws a {@link Refusal} that says why it cannot.
     *
     * @throws Refusal.Invalid when the deed cannot be done to anybody
     */
    Function<User, Draft> read(Actor actor, Deed deed) {
        return switch (deed) {
            case Deed.Delete delete -> Draft::of;
            case Deed.Disable disable -> user -> Draft.of(user).with(UserStatus.DISABLED);
            case Deed.Enable enable -> DeedReader::enabled;
            case Deed.Join join -> {
                var groups = groups(actor, join.groups());
                yield user -> Draft.of(user).with(joined(user, groups));
            }
            case Deed.Leave leave -> {
                var groups = groups(actor, leave.groups());
                yield user -> Draft.of(user).with(left(user, groups));
            }
            case Deed.Change change -> change(actor, change);
        };
    }

    /** Whoever was invited and disabled before he came is invited again. */
    private static Draft enabled(User user) {
        return user.status() != UserStatus.DISABLED
                ? Draft.of(user)
                : Draft.of(user).with(user.hasPassword() ? UserStatus.ACTIVE : UserStatus.INVITED);
    }

    private static Set<UUID> joined(User user, Set<UUID> groups) {
        var all = new HashSet<>(groups);
        user.groups().forEach(group -> all.add(group.id()));
        if (all.size() > UserReader.MOST_GROUPS) {
            throw new Refusal.Conflict(UserReader.TOO_MANY_GROUPS);
        }
        return all;
    }

    private static Set<UUID> left(User user, Set<UUID> groups) {
        return user.groups().stream()
                .map(User.Group::id)
                .filter(id -> !groups.contains(id))
                .collect(Collectors.toSet());
    }

    private Set<UUID> groups(Actor actor, List<String> ids) {
        if (ids.isEmpty() || ids.size() > MOST_TIES) {
            throw new Refusal.Invalid("groups", "Choose 1 to " + MOST_TIES + " groups.");
        }
        var found = ties.groups(actor.account(), ids);
        var missing = ids.stream()
                .filter(id ->
                        found.stream().noneMatch(group -> group.id().toString().equals(id)))
                .findFirst();
        if (missing.isPresent()) {
            throw new Refusal.Invalid("groups", "There is no group `" + missing.get() + "`.");
        }
        return found.stream().map(User.Group::id).collect(Collectors.toSet());
    }

    private Function<User, Draft> change(Actor actor, Deed.Change change) {
        var role = role(change.role());
        var permissions = permissions(change.permissions(), role);
        var partners = partners(actor, change.dataAccess());
        if (role == null && change.dataAccess() == null && permissions == null) {
            throw new Refusal.Invalid("role", "Choose a role, data access or permissions to give.");
        }
        return user -> {
            var now = role == null ? user.role() : role;
            var kept = permissions == null ? user.permissions() : permissions;
            return Draft.of(user)
                    .with(
                            now,
                            kept.stream().filter(each -> each.mayBeHeldBy(now)).collect(Collectors.toSet()),
                            data(user, now, change.dataAccess(), partners));
        };
    }

    private static @Nullable Role role(@Nullable String word) {
        return word == null || word.isBlank()
                ? null
                : Role.of(word)
                        .orElseThrow(
                                () -> new Refusal.Invalid("role", SearchWords.no("role", word, SearchWords.ROLES)));
    }

    private static @Nullable Set<Permission> permissions(@Nullable List<String> words, @Nullable Role role) {
        if (words == null) {
            return null;
        }
        var permissions = words.stream()
                .map(word -> Permission.of(word)
                        .orElseThrow(() -> new Refusal.Invalid(
                                "permissions", SearchWords.no("permission", word, SearchWords.PERMISSIONS))))
                .collect(Collectors.toSet());
        permissions.stream()
                .filter(each -> role != null && !each.mayBeHeldBy(role))
                .findFirst()
                .ifPresent(each -> {
                    throw new Refusal.Invalid(
                            "permissions", "A Partner user cannot hold `" + each.word() + "`, only `issue-comments`.");
                });
        return permissions;
    }

    private Set<UUID> partners(Actor actor, UserForm.@Nullable DataAccessForm form) {
        if (form == null || form.mode() == null) {
            return Set.of();
        }
        var words = form.partners() == null ? List.<String>of() : List.copyOf(form.partners());
        switch (form.mode()) {
            case "none", "all" -> {
                return Set.of();
            }
            case "selected" -> {
                if (words.isEmpty()) {
                    throw new Refusal.Invalid("dataAccess", "Select at least one partner, or choose no data.");
                }
            }
            default ->
                throw new Refusal.Invalid(
                        "dataAccess.mode",
                        "`" + form.mode() + "` is no data access: choose `none`, `all` or `selected`.");
        }
        var found = ties.partners(actor.account(), words, guard.reseller(actor));
        words.stream()
                .filter(word -> found.stream()
                        .noneMatch(partner -> partner.key().equals(word)
                                || partner.id().toString().equals(word)))
                .findFirst()
                .ifPresent(word -> {
                    throw new Refusal.Invalid("dataAccess.partners", "There is no partner `" + word + "`.");
                });
        return found.stream().map(User.Partner::id).collect(Collectors.toSet());
    }

    private static DataAccess data(User user, Role role, UserForm.@Nullable DataAccessForm form, Set<UUID> partners) {
        var data = form == null || form.mode() == null
                ? role == user.role() ? user.dataAccess() : DataAccess.defaultFor(role)
                : switch (form.mode()) {
                    case "none" -> DataAccess.NONE;
                    case "all" -> DataAccess.ALL;
                    default -> selection(user, role, partners);
                };
        data.problemFor(role).ifPresent(problem -> {
            throw new Refusal.Conflict(problem + ".");
        });
        return data;
    }

    /** What was selected out of the actor's sight stays. */
    private static DataAccess selection(User user, Role role, Set<UUID> partners) {
        var selected = new HashSet<>(partners);
        if (user.dataAccess() instanceof DataAccess.Selected stored && (role != Role.PARTNER || partners.isEmpty())) {
            var hidden = new HashSet<>(stored.partners());
            user.partners().forEach(partner -> hidden.remove(partner.id()));
            selected.addAll(hidden);
        }
        return DataAccess.of(selected);
    }
}
