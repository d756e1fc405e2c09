package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter that was read. What is null does not narrow; an empty list of ids was named but is not there.
 *
 * @param sight the reseller whose users alone are seen, or null
 */
record UserCriteria(
        AccountId account,
        @Nullable UUID sight,
        SearchText text,
        SearchText email,
        SearchText name,
        @Nullable UserStatus status,
        @Nullable Role role,
        @Nullable List<UUID> groups,
        @Nullable List<UUID> partners,
        @Nullable List<UUID> resellers) {
    private static final SearchText NOTHING = new SearchText(null, null);

    /** Whether something was named that is not there. */
    boolean isImpossible() {
        return isMissing(groups) || isMissing(partners) || isMissing(resellers);
    }

    /** Whether nothing but sight narrows. */
    boolean isEverybody() {
        return text.equals(NOTHING)
                && email.equals(NOTHING)
                && name.equals(NOTHING)
                && status == null
                && role == null
                && groups == null
                && partners == null
                && resellers == null;
    }

    private static boolean isMissing(@Nullable List<UUID> named) {
        return named != null && named.isEmpty();
    }
}
