package io.bailiwick.users;

import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms that differ from another one in one field. */
final class Forms {
    private Forms() {}

    static UserForm role(UserForm form, @Nullable String role) {
        return new UserForm(
                form.email(),
                form.name(),
                role,
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm email(UserForm form, @Nullable String email) {
        return new UserForm(
                email,
                form.name(),
                form.role(),
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm name(UserForm form, @Nullable String name) {
        return new UserForm(
                form.email(),
                name,
                form.role(),
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm groups(UserForm form, Object... groups) {
        var ids = java.util.Arrays.stream(groups).map(Object::toString).toList();
        return new UserForm(
                form.email(),
                form.name(),
                form.role(),
                ids,
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm permissions(UserForm form, String... permissions) {
        return new UserForm(
                form.email(),
                form.name(),
                form.role(),
                form.groups(),
                List.of(permissions),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm data(UserForm form, @Nullable String mode, String... partners) {
        return form.withDataAccess(new DataAccessForm(mode, List.of(partners)));
    }

    static UserForm reseller(UserForm form, @Nullable String reseller) {
        return new UserForm(
                form.email(),
                form.name(),
                form.role(),
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                reseller,
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm zone(UserForm form, @Nullable String zone) {
        return new UserForm(
                form.email(),
                form.name(),
                form.role(),
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                zone,
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }

    static UserForm network(UserForm form, String... network) {
        return new UserForm(
                form.email(),
                form.name(),
                form.role(),
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                List.of(network),
                form.sharedTickets(),
                form.mustChangePassword(),
                form.status());
    }
}
