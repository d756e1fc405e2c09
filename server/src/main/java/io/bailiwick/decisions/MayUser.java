package io.bailiwick.decisions;

import io.bailiwick.decisions.UserAccess.GroupName;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user who may do what was asked about.
 *
 * @param groups by name
 * @param reseller the key of the reseller that he is limited to, or null
 */
public record MayUser(
        UUID id,
        String name,
        String email,
        @OneOf(Role.class) String role,
        List<GroupName> groups,
        @Nullable String reseller) {
    public MayUser {
        groups = List.copyOf(groups);
    }
}
