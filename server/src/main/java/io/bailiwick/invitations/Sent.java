package io.bailiwick.invitations;

import io.bailiwick.users.User;
import java.util.List;

/**
 * What became of a list of addresses.
 *
 * @param roll as it was judged
 * @param users who was invited, in the order of those that were ready
 */
public record Sent(Roll roll, List<User> users) {
    public Sent {
        users = List.copyOf(users);
    }
}
