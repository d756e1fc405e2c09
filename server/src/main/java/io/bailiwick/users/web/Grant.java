package io.bailiwick.users.web;

import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One of the optional permissions as somebody has it or not.
 *
 * @param source where that comes from
 */
public record Grant(Permission permission, Source source) {
    /** Where a permission comes from, or why it is not there. */
    public enum Source {
        ROLE("from-role"),
        GRANTED("granted"),
        NOT_GRANTED("not-granted"),
        IMPOSSIBLE("impossible");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** The end of its message key. */
        public String word() {
            return word;
        }

        /** Whether the permission is there. */
        public boolean holds() {
            return this == ROLE || this == GRANTED;
        }
    }

    /** Every permission, for a role and what was granted besides. */
    static List<Grant> of(Role role, Collection<String> granted) {
        return Arrays.stream(Permission.values())
                .map(permission -> new Grant(permission, source(role, permission, granted)))
                .toList();
    }

    private static Source source(Role role, Permission permission, Collection<String> granted) {
        if (permission.isImpliedBy(role)) {
            return Source.ROLE;
        }
        if (!permission.mayBeHeldBy(role)) {
            return Source.IMPOSSIBLE;
        }
        return granted.contains(permission.word()) ? Source.GRANTED : Source.NOT_GRANTED;
    }
}
