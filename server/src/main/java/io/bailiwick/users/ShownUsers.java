package io.bailiwick.users;

import io.bailiwick.kernel.Page;
import java.util.List;

/**
 * What a search shows to people.
 *
 * @param found the users whom the rest of the search finds
 * @param faults what of the search means nothing; empty when all is well
 * @param isBrokenOff whether it took too long: then nobody knows whom it finds, and nobody is shown
 */
public record ShownUsers(UserPage found, List<SearchFault> faults, boolean isBrokenOff) {
    public ShownUsers {
        faults = List.copyOf(faults);
    }

    /** Nobody, since the search took too long. */
    static ShownUsers brokenOff(long accountTotal) {
        var nobody = new UserPage(new Page<>(List.of(), null, 0, false), null, accountTotal);
        return new ShownUsers(nobody, List.of(new SearchFault(SearchBounds.TOO_LONG, null)), true);
    }
}
