package io.bailiwick.users.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.Invitees;
import io.bailiwick.users.User;
import io.bailiwick.users.UserFilter;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.Users;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users for scripts. */
@RestController
class UsersApi {
    private final Users users;
    private final Credentials credentials;
    private final Invitees invitees;
    private final UserPatch patches;
    private final UserViews views;

    UsersApi(Users users, Credentials credentials, Invitees invitees, UserPatch patches, UserViews views) {
        this.users = users;
        this.credentials = credentials;
        this.invitees = invitees;
        this.patches = patches;
        this.views = views;
    }

    /** A page as it is answered. */
    record UserList(
            List<UserView> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            long total,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsAtLeast,
            long accountTotal) {}

    record NewPassword(@Nullable String password, @Nullable Boolean mustChange) {}

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users")
    UserList list(Actor actor, @ModelAttribute UserFilter filter, PageRequest request) {
        var found = users.list(actor, filter, request);
        var page = found.page();
        return new UserList(
                views.of(actor, page.items()), page.next(), page.total(), page.totalIsAtLeast(), found.accountTotal());
    }

    /** Without a password the user is invited. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/api/v1/users")
    ResponseEntity<UserView> create(Actor actor, @RequestBody NewUserForm form) {
        var user = form.password() == null
                ? invitees.invite(actor, form.form())
                : users.create(actor, form.form(), form.password());
        return ResponseEntity.created(URI.create("/api/v1/users/" + user.id()))
                .eTag(version(user))
                .body(views.of(actor, user));
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/{id}")
    ResponseEntity<UserView> get(Actor actor, @PathVariable String id) {
        return answer(actor, users.get(actor, UserId.read(id)));
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PatchMapping("/api/v1/users/{id}")
    ResponseEntity<UserView> update(
            Actor actor,
            @PathVariable String id,
            @RequestBody Patch<UserForm> patch,
            @RequestParam(required = false) @Nullable String confirm,
            IfMatch match) {
        return answer(
                actor,
                users.update(actor, UserId.read(id), form -> patches.apply(form, patch), match.version(), confirm));
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @DeleteMapping("/api/v1/users/{id}")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String id, IfMatch match) {
        users.delete(actor, UserId.read(id), match.version());
        return ResponseEntity.noContent().build();
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PutMapping("/api/v1/users/{id}/password")
    ResponseEntity<Void> password(Actor actor, @PathVariable String id, @RequestBody NewPassword form, IfMatch match) {
        var mustChange = !Boolean.FALSE.equals(form.mustChange());
        credentials.assign(actor, UserId.read(id), form.password(), mustChange, match.version());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<UserView> answer(Actor actor, User user) {
        return ResponseEntity.ok().eTag(version(user)).body(views.of(actor, user));
    }

    private static String version(User user) {
        return "\"" + user.version() + "\"";
    }
}
