package io.bailiwick.model;

import java.util.Optional;
import java.util.Set;

/** To which roles, holding which permissions, an area is open. */
public enum AreaGate {
    /** Every role; the default. */
    OPEN,

    /** Administrators and Normal users. */
    STAFF,

    /** Administrators. */
    ADMINISTRATION,

    /** Administrators, and Normal users who hold the permission. */
    JOBS,

    /** Administrators and Normal users who hold the permission. */
    INTEGRATION_CONFIGURATION,

    /** Administrators, and anybody who holds the permission. */
    ISSUE_COMMENTS,

    /** Administrators, and Normal users who hold the permission. */
    REPROCESS_MESSAGES,

    /** Built-in application only: no session needed, no further gate asked. */
    PUBLIC,

    /** Built-in application only: any signed-in user; role and groups are not asked. */
    PERSONAL;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<AreaGate> of(String word) {
        return Words.find(values(), AreaGate::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }

    /** Whether only the built-in application may use it. */
    public boolean isBuiltInOnly() {
        return this == PUBLIC || this == PERSONAL;
    }

    /** The permission that it asks for, if it asks for one. */
    public Optional<Permission> permission() {
        return switch (this) {
            case JOBS -> Optional.of(Permission.JOBS);
            case INTEGRATION_CONFIGURATION -> Optional.of(Permission.INTEGRATION_CONFIGURATION);
            case ISSUE_COMMENTS -> Optional.of(Permission.ISSUE_COMMENTS);
            case REPROCESS_MESSAGES -> Optional.of(Permission.REPROCESS_MESSAGES);
            case OPEN, STAFF, ADMINISTRATION, PUBLIC, PERSONAL -> Optional.empty();
        };
    }

    /**
     * Whether it is open to a user, by the table of the access model. Permissions that the role may not hold count for
     * nothing.
     *
     * @param role the role of the user
     * @param granted the permissions granted to the user
     */
    public boolean isOpenTo(Role role, Set<Permission> granted) {
        return switch (this) {
            case OPEN, PUBLIC, PERSONAL -> true;
            case STAFF -> role != Role.PARTNER;
            case ADMINISTRATION -> role == Role.ADMINISTRATOR;
            case JOBS -> holds(Permission.JOBS, role, granted);
            case INTEGRATION_CONFIGURATION -> holds(Permission.INTEGRATION_CONFIGURATION, role, granted);
            case ISSUE_COMMENTS -> holds(Permission.ISSUE_COMMENTS, role, granted);
            case REPROCESS_MESSAGES -> holds(Permission.REPROCESS_MESSAGES, role, granted);
        };
    }

    private static boolean holds(Permission permission, Role role, Set<Permission> granted) {
        return permission.isImpliedBy(role) || permission.mayBeHeldBy(role) && granted.contains(permission);
    }
}
