package io.bailiwick.kernel;

import io.bailiwick.model.Role;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as known when the request began. It is passed along, never looked up.
 *
 * @param account the account acted in; everything the actor reaches lies in it
 * @param user the signed-in user, or null when the server itself acts (start-up, set-up, command line)
 * @param email the user's e-mail address, or the name of what acts
 * @param name as shown to people and kept in records
 * @param role the user's role
 * @param zone the zone in which the user reads times
 * @param address the client's address as text; empty for the server itself
 * @param passwordChangeDue whether the session reaches nothing but a change of password
 */
public record Actor(
        AccountId account,
        @Nullable UserId user,
        String email,
        String name,
        Role role,
        ZoneId zone,
        String address,
        boolean passwordChangeDue) {

    /** The server itself, acting in an account: it is bound by no one's rights. */
    public static Actor server(AccountId account) {
        return new Actor(account, null, "bailiwick", "Bailiwick", Role.ADMINISTRATOR, ZoneOffset.UTC, "", false);
    }

    /** Whether the server itself acts. */
    public boolean isServer() {
        return user == null;
    }

    /** Whether this is that user. */
    public boolean is(UserId other) {
        return other.equals(user);
    }
}
