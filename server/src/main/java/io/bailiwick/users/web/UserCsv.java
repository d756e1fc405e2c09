package io.bailiwick.users.web;

import static io.bailiwick.http.CsvFile.joined;
import static io.bailiwick.http.CsvFile.safe;

import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users as rows of a CSV file, under the field names of the API. */
final class UserCsv {
    static final List<String> COLUMNS = List.of(
            "name",
            "email",
            "status",
            "role",
            "dataAccess",
            "partners",
            "groups",
            "lastSignInAt",
            "lockedUntil",
            "mustChangePassword",
            "permissions",
            "reseller",
            "timeZone",
            "network",
            "sharedTickets",
            "emailVerified",
            "createdAt",
            "createdBy",
            "id");

    private UserCsv() {}

    static List<String> cells(User user) {
        return List.of(
                safe(user.name()),
                safe(user.email()),
                user.status().word(),
                user.role().word(),
                user.dataAccess().mode(),
                joined(user.partners().stream().map(User.Partner::key).toList()),
                joined(user.groups().stream().map(User.Group::name).toList()),
                time(user.lastSignInAt()),
                time(user.lockedUntil()),
                Boolean.toString(user.passwordChangeDue()),
                joined(UserForm.permissions(user)),
                user.reseller() == null ? "" : safe(user.reseller().key()),
                user.zone().getId(),
                joined(user.network().texts()),
                Boolean.toString(user.sharedTickets()),
                Boolean.toString(user.emailVerified()),
                time(user.createdAt()),
                safe(user.createdBy()),
                user.id().toString());
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
