package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.OpenInvitations;
import io.bailiwick.users.User;
import java.util.List;
import org.springframework.stereotype.Component;

/** Users as the API answers, with how their invitations stand. */
@Component
class UserViews {
    private final OpenInvitations invitations;

    UserViews(OpenInvitations invitations) {
        this.invitations = invitations;
    }

    UserView of(Actor actor, User user) {
        return of(actor, List.of(user)).getFirst();
    }

    List<UserView> of(Actor actor, List<User> users) {
        var invited = users.stream()
                .filter(user -> user.status() == UserStatus.INVITED)
                .map(User::id)
                .toList();
        var open = invitations.of(actor.account(), invited);
        return users.stream()
                .map(user -> UserView.of(user, open.get(user.id())))
                .toList();
    }
}
