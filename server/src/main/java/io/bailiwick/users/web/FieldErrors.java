package io.bailiwick.users.web;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.network.AllowListText;
import io.bailiwick.ui.Errors;

/** Puts what a façade found wrong beside the fields of the screen, whose names differ where a role has its own. */
public final class FieldErrors {
    private FieldErrors() {}

    /** The errors of a refused form, each under the name of its field on the screen. */
    public static Errors of(Refusal refusal, UserFields fields) {
        if (!(refusal instanceof Refusal.Invalid invalid)) {
            return Errors.none().and("", refusal.detail()).decided(refusal);
        }
        var errors = Errors.none();
        for (var fault : invalid.faults()) {
            if (!fault.field().startsWith("network[")) {
                errors = errors.and(field(fault.field(), fields), fault.message());
            }
        }
        for (var line : AllowListText.of(fields.network()).wrong()) {
            errors = errors.and("network", "Line " + line.number() + ": " + line.problem());
        }
        return errors;
    }

    private static String field(String field, UserFields fields) {
        var role = fields.madeRole().word();
        return switch (field) {
            case "permissions" -> role + "Permissions";
            case "dataAccess", "dataAccess.partners" -> "partner".equals(role) ? "partner" : "partners";
            case "dataAccess.mode" -> "dataAccess";
            default -> field;
        };
    }
}
