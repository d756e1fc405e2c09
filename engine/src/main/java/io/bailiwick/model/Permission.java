package io.bailiwick.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The optional permissions. Which role may hold which follows from the table of gates. */
public enum Permission {
    /** See and run jobs. */
    JOBS,

    /** Configure the integration: the only one that an Administrator lacks unless it is granted. */
    INTEGRATION_CONFIGURATION,

    /** Take part in issues: the only one that a Partner may hold. */
    ISSUE_COMMENTS,

    /** Process messages again. */
    REPROCESS_MESSAGES;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<Permission> of(String word) {
        return Words.find(values(), Permission::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }

    /** Whether the role has it without its being granted: an Administrator has all but the integration configuration. */
    public boolean isImpliedBy(Role role) {
        return role == Role.ADMINISTRATOR && this != INTEGRATION_CONFIGURATION;
    }

    /** Whether a user of the role may hold it, granted or implied: a Partner may hold issue comments alone. */
    public boolean mayBeHeldBy(Role role) {
        return role != Role.PARTNER || this == ISSUE_COMMENTS;
    }

    /**
     * The permissions that count for a user: those granted, less what the role may not hold, plus what it implies.
     *
     * @param role the role of the user
     * @param granted what was granted
     */
    public static Set<Permission> effective(Role role, Set<Permission> granted) {
        var effective = EnumSet.noneOf(Permission.class);
        for (var permission : values()) {
            if (permission.isImpliedBy(role) || granted.contains(permission) && permission.mayBeHeldBy(role)) {
                effective.add(permission);
            }
        }
        return Collections.unmodifiableSet(effective);
    }
}
