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
        partners = Pick.sent(partners);
        groups = listed(groups);
    }

    /** A new user: no role chosen yet, in the zone of whoever creates him, to change the password soon. */
    static UserFields empty(String zone, @Nullable String reseller) {
        return new UserFields(
                "", "", null, null, null, null, "none", null, null, null, reseller, zone, "", false, true);
    }

    /** People to invite: Normal, without data. */
    public static UserFields invited() {
        return new UserFields(
                null,
                null,
                Role.NORMAL.word(),
                null,
                null,
                null,
                "none",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false);
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
    public UserForm form() {
        return new UserForm(
                email,
                name,
                role,
                groups,
                permissions(List.of()),
                data(),
                reseller,
                timeZone,
                lines(),
                sharedTickets,
                mustChangePassword,
                null);
    }

    /** The user with the access that was chosen; everything else stays. */
    UserForm access(UserForm current) {
        return new UserForm(
                current.email(),
                current.name(),
                role,
                groups,
                permissions(listed(current.permissions())),
                data(),
                reseller,
                current.timeZone(),
                current.network(),
                sharedTickets,
                current.mustChangePassword(),
                current.status());
    }

    /** The user with what was typed of signing in; everything else stays. */
    UserForm signIn(UserForm current) {
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
                current.sharedTickets(),
                mustChangePassword,
                current.status());
    }

    /** The role that this makes: without a choice an Administrator. */
    Role madeRole() {
        return role == null || role.isBlank()
                ? Role.ADMINISTRATOR
                : Role.of(role).orElse(Role.ADMINISTRATOR);
    }

    /** The permissions that stand beside the role. */
    List<String> chosenPermissions() {
        return switch (madeRole()) {
            case ADMINISTRATOR -> listed(administratorPermissions);
            case NORMAL -> listed(normalPermissions);
            case PARTNER -> listed(partnerPermissions);
        };
    }

    /** The keys of the partners that stand beside the role. */
    List<String> chosenPartners() {
        return switch (madeRole()) {
            case ADMINISTRATOR -> List.of();
            case NORMAL -> "selected".equals(dataAccess) ? Pick.sent(partners) : List.of();
            case PARTNER -> partner == null || partner.isBlank() ? List.of() : List.of(partner);
        };
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
        return wanted == madeRole();
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
