package io.bailiwick.users;

import java.util.List;

/**
 * What a search shows to people.
 *
 * @param found the users whom the rest of the search finds
 * @param faults what of the search means nothing; empty when all is well
 */
public record ShownUsers(UserPage found, List<SearchFault> faults) {
    public ShownUsers {
        faults = List.copyOf(faults);
    }
}
