package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Disabling, enabling and deleting a user: asked once, then done. */
@Controller
class DangerScreens {
    private final Users users;
    private final Rehearsals rehearsals;
    private final Confirms confirms;

    DangerScreens(Users users, Rehearsals rehearsals, Confirms confirms) {
        this.users = users;
        this.rehearsals = rehearsals;
        this.confirms = confirms;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @GetMapping("/users/{id}/disable")
    String askToDisable(Actor actor, @PathVariable String id, Model model) {
        var user = users.get(actor, UserId.read(id));
        return confirms.disable(user, turning(actor, user, UserStatus.DISABLED), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/disable")
    String disable(
            Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable Long version, Flash flash) {
        return turned(actor, id, UserStatus.DISABLED, version, "users.disabled", flash);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @GetMapping("/users/{id}/enable")
    String askToEnable(Actor actor, @PathVariable String id, Model model) {
        var user = users.get(actor, UserId.read(id));
        return confirms.enable(user, turning(actor, user, UserStatus.ACTIVE), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/enable")
    String enable(
            Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable Long version, Flash flash) {
        return turned(actor, id, UserStatus.ACTIVE, version, "users.enabled", flash);
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @GetMapping("/users/{id}/delete")
    String askToDelete(Actor actor, @PathVariable String id, Model model) {
        var user = users.get(actor, UserId.read(id));
        var outlook = Outlook.of(() -> rehearsals.previewDeletion(actor, user.id(), null, PageRequest.first()));
        return confirms.delete(user, outlook, model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @PostMapping("/users/{id}/delete")
    String delete(
            Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable Long version, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            users.delete(actor, user.id(), version);
            flash.done("users.deleted", user.name());
            return "redirect:/users";
        } catch (Refusal.Stale stale) {
            flash.warning("users.overtaken", user.name());
            return "redirect:/users/" + user.id() + "/delete";
        } catch (Refusal.Conflict | Refusal.Beyond refusal) {
            flash.failed("users.refused", refusal.detail());
            return "redirect:/users/" + user.id();
        }
    }

    private Outlook turning(Actor actor, User user, UserStatus status) {
        return Outlook.of(() -> rehearsals.preview(
                actor, user.id(), form -> form.withStatus(status.word()), null, PageRequest.first()));
    }

    private String turned(Actor actor, String id, UserStatus status, @Nullable Long version, String done, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            var now = users.update(actor, user.id(), form -> form.withStatus(status.word()), version, null);
            flash.done(now.status() == UserStatus.INVITED ? "users.enabled.invited" : done, user.name());
        } catch (Refusal.Stale stale) {
            flash.warning("users.overtaken", user.name());
            return "redirect:/users/" + user.id() + (status == UserStatus.DISABLED ? "/disable" : "");
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            flash.failed("users.refused", refusal.detail());
        }
        return "redirect:/users/" + user.id();
    }
}
