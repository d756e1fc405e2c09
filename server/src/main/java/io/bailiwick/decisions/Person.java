package io.bailiwick.decisions;

import io.bailiwick.engine.Subject;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.model.Scope;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A user as decisions see him, with what is said of him to back ends, made once.
 *
 * @param subject his compiled entitlements
 * @param row what they were compiled from
 * @param groups the ids of his groups, with commas between
 * @param scope whose data he sees, as the header `Bailiwick-Scope` has it
 */
record Person(Subject subject, UserDefinition row, String groups, String scope) {
    /** A longer list of partners is fetched instead: many proxies cut headers off at 4 KB. */
    private static final int LONGEST = 2_000;

    static Person of(Panel panel, UserDefinition row) {
        var subject = panel.policy().subject(row);
        var groups = row.groups().stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
        return new Person(subject, row, groups, scope(panel, row.id(), subject.scope()));
    }

    private static String scope(Panel panel, UUID user, Scope scope) {
        return switch (scope.mode()) {
            case NONE -> "none";
            case ALL -> scope.reseller() == null ? "all" : "reseller=" + panel.reseller(scope.reseller());
            case SELECTED -> selected(panel, user, scope);
        };
    }

    private static String selected(Panel panel, UUID user, Scope scope) {
        var keys = scope.partners().stream().map(panel::partner).sorted().collect(Collectors.joining(","));
        return keys.length() > LONGEST ? "partners-at=/api/v1/users/" + user + "/scope" : "partners=" + keys;
    }
}
