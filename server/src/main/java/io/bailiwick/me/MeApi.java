package io.bailiwick.me;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.users.Profile;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.Users;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Oneself, for scripts. */
@RestController
class MeApi {
    private final Users users;
    private final OwnEmail ownEmail;
    private final OwnPassword ownPassword;
    private final MergePatch patches;

    MeApi(Users users, OwnEmail ownEmail, OwnPassword ownPassword, MergePatch patches) {
        this.users = users;
        this.ownEmail = ownEmail;
        this.ownPassword = ownPassword;
        this.patches = patches;
    }

    /** Oneself as answered. */
    record Me(
            UUID id,
            String email,
            boolean emailVerified,
            String name,
            @OneOf(Role.class) String role,
            List<String> groups,
            @OneOf(Permission.class) List<String> permissions,
            UserForm.@Nullable DataAccessForm dataAccess,
            @Nullable String reseller,
            String timeZone,
            boolean mustChangePassword,
            @Nullable Instant lastSignInAt,
            long version) {
        static Me of(User user) {
            var form = UserForm.of(user);
            return new Me(
                    user.id().value(),
                    user.email(),
                    user.emailVerified(),
                    user.name(),
                    user.role().word(),
                    user.groups().stream().map(group -> group.id().toString()).toList(),
                    UserForm.permissions(user),
                    form.dataAccess(),
                    form.reseller(),
                    user.zone().getId(),
                    user.passwordChangeDue(),
                    user.lastSignInAt(),
                    user.version());
        }
    }

    record NewEmail(@Nullable String current, @Nullable String email) {}

    record NewPassword(@Nullable String current, @Nullable String password) {}

    @Guarded(area = PanelArea.ONESELF, action = Action.READ, evenWhenPasswordIsDue = true)
    @GetMapping("/api/v1/me")
    ResponseEntity<Me> get(Actor actor) {
        return answer(users.oneself(actor));
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PatchMapping("/api/v1/me")
    ResponseEntity<Me> update(Actor actor, @RequestBody Patch<Profile> patch, IfMatch match) {
        return answer(users.introduce(actor, profile -> patches.apply(profile, patch, Profile.class), match.version()));
    }

    /** Changes one's own address, which asks for the current password. */
    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PutMapping("/api/v1/me/email")
    ResponseEntity<Me> email(Actor actor, @RequestBody NewEmail form, IfMatch match) {
        return answer(ownEmail.change(actor, form.current(), form.email(), match.version()));
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE, evenWhenPasswordIsDue = true)
    @PutMapping("/api/v1/me/password")
    ResponseEntity<Void> password(Actor actor, @RequestBody NewPassword form) {
        ownPassword.change(actor, form.current(), form.password());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Me> answer(User user) {
        return ResponseEntity.ok().eTag("\"" + user.version() + "\"").body(Me.of(user));
    }
}
