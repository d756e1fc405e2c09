package io.bailiwick.users.web;

import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Users as CSV (RFC 4180), under the field names of the API. Several values of a field stand in one cell, separated by
 * `; `. What a spreadsheet would take for a formula gets an apostrophe in front, and so does what begins with one: taking
 * away one leading apostrophe gives back every text exactly.
 */
final class UserCsv {
    private static final String[] COLUMNS = {
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
        "id"
    };
    private static final String RISKY = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader(COLUMNS).get();

    private UserCsv() {}

    /** Writes piece by piece, each out of the door before the next is read. */
    static void write(Iterator<List<User>> pieces, Writer out) throws IOException {
        var printer = new CSVPrinter(out, FORMAT);
        while (pieces.hasNext()) {
            for (var user : pieces.next()) {
                printer.printRecord((Object[]) cells(user));
            }
            printer.flush();
        }
        printer.flush();
    }

    private static String[] cells(User user) {
        return new String[] {
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
            user.id().toString()
        };
    }

    private static String joined(List<String> values) {
        return safe(String.join("; ", values));
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    static String safe(String text) {
        return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
