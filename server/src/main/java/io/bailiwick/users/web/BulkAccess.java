package io.bailiwick.users.web;

import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.users.Deed;
import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which many users get another role and data access.
 *
 * @param role empty when everybody keeps the own one
 * @param dataAccess empty when everybody keeps the own one
 * @param partners keys, some of them separated by commas
 * @param regrant whether the permissions below take the place of those that are there
 */
public record BulkAccess(
        @Nullable String role,
        @Nullable String dataAccess,
        @Nullable List<String> partners,
        @Nullable Boolean regrant,
        @Nullable List<String> permissions) {
    /** What it asks for. */
    Deed deed() {
        var data = dataAccess == null || dataAccess.isEmpty()
                ? null
                : new DataAccessForm(dataAccess, dataAccess.equals("selected") ? chosenPartners() : null);
        return new Deed.Change(role, data, regrants() ? chosenPermissions() : null);
    }

    /** Whether the permissions are given anew. */
    public boolean regrants() {
        return Boolean.TRUE.equals(regrant);
    }

    /** The keys of the partners. */
    public List<String> chosenPartners() {
        return Pick.sent(partners);
    }

    /** The words of the permissions. */
    public List<String> chosenPermissions() {
        return permissions == null ? List.of() : permissions;
    }

    /** The same as hidden fields. */
    List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("role", role == null ? "" : role));
        fields.add(new Field("dataAccess", dataAccess == null ? "" : dataAccess));
        fields.add(new Field("partners", String.join(",", chosenPartners())));
        fields.add(new Field("regrant", Boolean.toString(regrants())));
        chosenPermissions().forEach(permission -> fields.add(new Field("permissions", permission)));
        return fields;
    }
}
