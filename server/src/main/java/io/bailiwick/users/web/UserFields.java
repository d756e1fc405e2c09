package io.bailiwick.users.web;

import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a user as typed. What goes with the role has its own fields for each role, of which the chosen one's count.
 *
 * @param administratorPermissions permissions chosen if the role is Administrator
 * @param normalPermissions permissions chosen if the role is Normal
 * @param partnerPermissions permissions chosen if the role is Partner
 * @param dataAccess mode chosen if the role is Normal
 * @param partners keys chosen if the role is Normal
 * @param partner key chosen if the role is Partner
 * @param network one entry a line
 */
public record UserFields(
        @Nullable String email,
        @Nullable String name,
        @Nullable String role,
        @Nullable List<String> administratorPermissions,
        @Nullable List<String> normalPermissions,
        @Nullable List<String> partnerPermissions,
        @Nullable String dataAccess,
        @Nullable List<String> partners,
        @Nullable String partner,
        @Nullable List<String> groups,
        @Nullable String reseller,
        @Nullable String timeZone,
        @Nullable String network,
        @Nullable Boolean sharedTickets,
        @Nullable Boolean mustChangePassword) {

    public UserFields {
        administratorPermissions = listed(administratorPermissions);
        normalPermissions = listed(normalPermissions);
        partnerPermissions = listed(partnerPermissions);
        partners = listed(partners);
        groups = listed(groups);
    }

    /** A new user: Normal, without data, in the zone of whoever creates him, to change the password soon. */
    static UserFields empty(String zone, @Nullable String reseller) {
        return new UserFields(
                "",
                "",
                Role.NORMAL.word(),
                null,
                null,
                null,
                "none",
                null,
                null,
                null,
                reseller,
                zone,
                "",
                false,
                true);
    }

    static UserFields of(User user) {
        var form = UserForm.of(user);
        var permissions = UserForm.permissions(user);
        var partners = user.partners().stream().map(User.Partner::key).toList();
        return new UserFields(
                form.email(),
                form.name(),
                form.role(),
                permissions,
                permissions,
                permissions,
                user.role() == Role.NORMAL ? user.dataAccess().mode() : "none",
                partners,
                partners.isEmpty() ? null : partners.getFirst(),
                form.groups(),
                form.reseller(),
                form.timeZone(),
                String.join("\n", user.network().texts()),
                form.sharedTickets(),
                form.mustChangePassword());
    }

    /** A new user as the façade takes it. */
    UserForm form() {
        return with(permissions(List.of()), null, mustChangePassword);
    }

    /** The user with what was typed. */
    UserForm applied(UserForm current) {
        return with(permissions(listed(current.permissions())), current.status(), current.mustChangePassword());
    }

    /** Oneself with what was typed: the rest nobody changes for themselves. */
    UserForm appliedToOneself(UserForm current) {
        return new UserForm(
                email,
                name,
                current.role(),
                current.groups(),
                current.permissions(),
                current.dataAccess(),
                current.reseller(),
                timeZone,
                lines(),
                sharedTickets,
                current.mustChangePassword(),
                current.status());
    }

    private UserForm with(List<String> permissions, @Nullable String status, @Nullable Boolean mustChange) {
        return new UserForm(
                email,
                name,
                role,
                groups,
                permissions,
                data(),
                reseller,
                timeZone,
                lines(),
                sharedTickets,
                mustChange,
                status);
    }

    /** What comes with the role of an Administrator was not chosen: as it is granted, so it stays. */
    private List<String> permissions(List<String> current) {
        if (isRole(Role.PARTNER)) {
            return listed(partnerPermissions);
        }
        if (!isRole(Role.ADMINISTRATOR)) {
            return listed(normalPermissions);
        }
        var own = Permission.INTEGRATION_CONFIGURATION.word();
        var permissions = new ArrayList<>(
                current.stream().filter(word -> !word.equals(own)).toList());
        if (listed(administratorPermissions).contains(own)) {
            permissions.add(own);
        }
        return permissions;
    }

    private @Nullable DataAccessForm data() {
        if (isRole(Role.ADMINISTRATOR)) {
            return null;
        }
        if (isRole(Role.PARTNER)) {
            return new DataAccessForm("selected", partner == null || partner.isBlank() ? List.of() : List.of(partner));
        }
        return new DataAccessForm(dataAccess, "selected".equals(dataAccess) ? partners : null);
    }

    private boolean isRole(Role wanted) {
        return wanted.word().equals(role);
    }

    private List<String> lines() {
        return network == null
                ? List.of()
                : network.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
