package io.bailiwick.users;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every tab on the page of a user.
 *
 * @param tabs in order
 * @param tab the path of the one being shown
 * @param lockedUntil until when sign-in is closed to the user, or null
 * @param self whether the reader is the user
 * @param beyond why the reader may not touch the user, as a sentence; null when he may
 * @param mayUpdate whether the reader may update users at all
 * @param mayDelete whether the reader may delete users at all
 * @param mayExplain whether the reader may have access explained
 */
public record UserHead(
        User user,
        List<UserTab> tabs,
        String tab,
        @Nullable Instant lockedUntil,
        boolean self,
        @Nullable String beyond,
        boolean mayUpdate,
        boolean mayDelete,
        boolean mayExplain) {
    public UserHead {
        tabs = List.copyOf(tabs);
    }

    /** The address of the user's page. */
    public String address() {
        return "/users/" + user.id();
    }

    /** Whether the reader may change this user. */
    public boolean isEditable() {
        return mayUpdate && beyond == null;
    }
}
