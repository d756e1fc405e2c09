package io.bailiwick.sessions;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An open session and whose it is, as of at most a second ago.
 *
 * @param id its id, no secret
 * @param email the user's e-mail address
 * @param emailVerified whether the user has proven that the address is his
 * @param name the user's name
 * @param zone the zone in which the user reads times
 * @param passwordChangeDue whether it reaches nothing but a change of password
 */
public record Session(
        UUID id,
        AccountId account,
        UserId user,
        String email,
        boolean emailVerified,
        String name,
        Role role,
        ZoneId zone,
        boolean passwordChangeDue) {

    /**
     * The user, acting from an address.
     *
     * @param address the client's address as text
     */
    public Actor actor(String address) {
        return new Actor(account, user, email, name, role, zone, address, passwordChangeDue);
    }
}
