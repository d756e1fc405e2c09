package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import io.bailiwick.network.AllowListText;
import io.bailiwick.ui.Zones;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a form and says everything that is wrong with it. */
@Component
class UserReader {
    static final int LONGEST_NAME = 200;

    /** Their ids go into one header of a decision. */
    static final int MOST_GROUPS = 50;

    static final String TOO_MANY_GROUPS = "Users are in at most " + MOST_GROUPS + " groups each: choose fewer.";
    private static final String SELECTED = "selected";

    private final TieStore ties;
    private final Guard guard;

    UserReader(TieStore ties, Guard guard) {
        this.ties = ties;
        this.guard = guard;
    }

    /**
     * Reads a form as the actor may see what it names.
     *
     * @param current the user as it is, or null for a new one
     * @param faults where faults are added; with any, the draft is not to be used
     */
    Draft read(Actor actor, @Nullable User current, UserForm form, Faults faults) {
        var name = name(form.name(), faults);
        var email = email(form.email(), faults);
        var role = role(actor, current, form.role(), faults);
        var permissions = permissions(role, form.permissions(), faults);
        return new Draft(
                email,
                name,
                role,
                status(current, form.status(), faults),
                permissions,
                groups(actor.account(), form.groups(), faults),
                data(actor, current, role, form.dataAccess(), faults),
                reseller(actor, current, form.reseller(), faults),
                zone(form.timeZone(), faults),
                network(form.network(), faults),
                Boolean.TRUE.equals(form.sharedTickets()),
                Boolean.TRUE.equals(form.mustChangePassword()));
    }

    static String name(@Nullable String name, Faults faults) {
        var stripped = name == null ? "" : name.strip();
        if (OneLine.isBlank(stripped)) {
            faults.add("name", stripped.isEmpty() ? "Give a name." : "Give a name that can be seen.");
        } else if (stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
            faults.add("name", "Use at most " + LONGEST_NAME + " characters.");
        } else if (!OneLine.isClean(stripped)) {
            faults.add("name", "Leave out line breaks, control characters and marks that turn the direction of text.");
        }
        return stripped;
    }

    static ZoneId zone(@Nullable String zone, Faults faults) {
        if (zone == null || zone.isBlank()) {
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone.strip())) {
            faults.add(
                    "timeZone",
                    "`" + zone + "` is no time zone: "
                            + Zones.meant(zone)
                                    .map(meant -> "did you mean `" + meant + "`?")
                                    .orElse("use an IANA name such as `Europe/Berlin`."));
            return ZoneId.of("UTC");
        }
        return ZoneId.of(zone.strip());
    }

    static String email(@Nullable String email, Faults faults) {
        var stripped = email == null ? "" : email.strip();
        if (stripped.isEmpty()) {
            faults.add("email", "Give an e-mail address: it is the user name.");
        } else if (!Emails.isValid(stripped)) {
            faults.add("email", "This is no e-mail address: write it like `name@example.com`.");
        }
        return stripped;
    }

    private Role role(Actor actor, @Nullable User current, @Nullable String word, Faults faults) {
        if (word == null || word.isBlank()) {
            if (current != null) {
                faults.add("role", "A user has a role: choose `administrator`, `normal` or `partner`.");
            } else if (!guard.isUnrestricted(actor)) {
                faults.add("role", "Choose a role: only an unrestricted Administrator may leave it out.");
            }
            return Role.ADMINISTRATOR;
        }
        return Role.of(word).orElseGet(() -> {
            faults.add("role", "`" + word + "` is no role: choose `administrator`, `normal` or `partner`.");
            return Role.ADMINISTRATOR;
        });
    }

    private static UserStatus status(@Nullable User current, @Nullable String word, Faults faults) {
        var now = current == null ? UserStatus.ACTIVE : current.status();
        var wanted = word == null ? now : UserStatus.of(word).orElse(null);
        if (wanted == null || wanted != now && wanted == UserStatus.INVITED) {
            faults.add("status", "`" + word + "` is no status to set: choose `active` or `disabled`.");
            return now;
        }
        if (current != null && now != wanted && wanted == UserStatus.ACTIVE && !current.hasPassword()) {
            return withoutPassword(now, faults);
        }
        return wanted;
    }

    /** Whoever was invited and disabled before he came is invited again when he is enabled. */
    private static UserStatus withoutPassword(UserStatus now, Faults faults) {
        if (now == UserStatus.INVITED) {
            faults.add("status", "There is no password yet: set one, or wait until the invitation is accepted.");
        }
        return UserStatus.INVITED;
    }

    private static Set<Permission> permissions(Role role, @Nullable List<String> words, Faults faults) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (var word : listed("permissions", words, faults)) {
            var permission = Permission.of(word);
            if (permission.isEmpty()) {
                faults.add(
                        "permissions",
                        "`" + word + "` is no permission: choose among `jobs`, `integration-configuration`,"
                                + " `issue-comments` and `reprocess-messages`.");
            } else if (!permission.get().mayBeHeldBy(role)) {
                faults.add("permissions", "A Partner user cannot hold `" + word + "`, only `issue-comments`.");
            } else {
                permissions.add(permission.get());
            }
        }
        return permissions;
    }

    private Set<UUID> groups(AccountId account, @Nullable List<String> words, Faults faults) {
        var wanted = new HashSet<UUID>();
        for (var word : listed("groups", words, faults)) {
            Ids.read(word)
                    .ifPresentOrElse(wanted::add, () -> faults.add("groups", "`" + word + "` is no id of a group."));
        }
        if (wanted.size() > MOST_GROUPS) {
            faults.add("groups", TOO_MANY_GROUPS);
            return wanted;
        }
        var found = wanted.isEmpty()
                ? List.<User.Group>of()
                : ties.groups(account, wanted.stream().map(UUID::toString).toList());
        if (found.size() < wanted.size()) {
            var missing = new HashSet<>(wanted);
            found.forEach(group -> missing.remove(group.id()));
            missing.forEach(id -> faults.add("groups", "There is no group `" + id + "`."));
        }
        return wanted;
    }

    private DataAccess data(
            Actor actor, @Nullable User current, Role role, UserForm.@Nullable DataAccessForm form, Faults faults) {
        if (form == null || form.mode() == null) {
            return checked(DataAccess.defaultFor(role), role, faults);
        }
        if (!form.mode().equals(SELECTED)
                && form.partners() != null
                && !form.partners().isEmpty()) {
            faults.add("dataAccess.partners", "Partners are listed only with the mode `selected`.");
        }
        return switch (form.mode()) {
            case "none" -> checked(DataAccess.NONE, role, faults);
            case "all" -> checked(DataAccess.ALL, role, faults);
            case SELECTED -> selection(actor, current, role, form, faults);
            default -> {
                faults.add(
                        "dataAccess.mode",
                        "`" + form.mode() + "` is no data access: choose `none`, `all` or `selected`.");
                yield DataAccess.NONE;
            }
        };
    }

    private static DataAccess checked(DataAccess data, Role role, Faults faults) {
        data.problemFor(role).ifPresent(problem -> faults.add("dataAccess", problem + "."));
        return data;
    }

    private DataAccess selection(
            Actor actor, @Nullable User current, Role role, UserForm.DataAccessForm form, Faults faults) {
        var known = faults.count();
        var selected = DataAccess.of(selected(actor, current, role, form, faults));
        if (faults.count() > known) {
            return selected;
        }
        if (selected.equals(DataAccess.NONE) && role == Role.NORMAL) {
            faults.add("dataAccess", "Select at least one partner, or choose no data.");
        }
        return checked(selected, role, faults);
    }

    /** What the actor selects among what he sees, and what was selected out of his sight: that stays as it is. */
    private Set<UUID> selected(
            Actor actor, @Nullable User current, Role role, UserForm.DataAccessForm form, Faults faults) {
        var words = new HashSet<>(listed("dataAccess.partners", form.partners(), faults));
        var found = ties.partners(actor.account(), words, guard.reseller(actor));
        var selected = new HashSet<UUID>();
        for (var partner : found) {
            selected.add(partner.id());
            words.remove(partner.key());
            words.remove(partner.id().toString());
        }
        words.forEach(word -> faults.add("dataAccess.partners", "There is no partner `" + word + "`."));
        if (role != Role.PARTNER || selected.isEmpty()) {
            selected.addAll(outOfSight(current));
        }
        return selected;
    }

    private static Set<UUID> outOfSight(@Nullable User current) {
        if (current == null || !(current.dataAccess() instanceof DataAccess.Selected stored)) {
            return Set.of();
        }
        var hidden = new HashSet<>(stored.partners());
        current.partners().forEach(partner -> hidden.remove(partner.id()));
        return hidden;
    }

    private @Nullable UUID reseller(Actor actor, @Nullable User current, @Nullable String word, Faults faults) {
        var own = guard.reseller(actor);
        if (word == null || word.isBlank()) {
            return current == null ? own : null;
        }
        var reseller = ties.reseller(actor.account(), word.strip())
                .map(User.Reseller::id)
                .filter(id -> own == null || own.equals(id));
        if (reseller.isEmpty()) {
            faults.add("reseller", "There is no reseller `" + word + "`.");
        }
        return reseller.orElse(own);
    }

    private static AllowList network(@Nullable List<String> entries, Faults faults) {
        listed("network", entries, faults);
        var lines = entries == null
                ? List.<String>of()
                : entries.stream().map(entry -> entry == null ? "" : entry).toList();
        if (lines.size() > AllowListText.MOST) {
            faults.add("network", "List at most " + AllowListText.MOST + " addresses and networks.");
            return AllowList.EMPTY;
        }
        var text = AllowListText.of(lines);
        text.wrong()
                .forEach(line -> faults.add("network[" + (line.number() - 1) + "]", String.valueOf(line.problem())));
        return text.list();
    }

    /** What is listed; that nothing stands somewhere among it is told, and left out. */
    private static List<String> listed(String field, @Nullable List<String> words, Faults faults) {
        if (words == null) {
            return List.of();
        }
        var listed = words.stream().filter(Objects::nonNull).toList();
        if (listed.size() < words.size()) {
            faults.add(field, "One of the entries is `null`. Leave it out.");
        }
        return listed;
    }
}
