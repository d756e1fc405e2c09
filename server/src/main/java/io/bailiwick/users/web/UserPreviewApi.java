package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.previews.EffectAnswer;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.UserForm;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a user would gain and lose by an update or a deletion, for scripts: each takes what that takes. */
@RestController
class UserPreviewApi {
    private final Rehearsals rehearsals;
    private final UserPatch patches;

    UserPreviewApi(Rehearsals rehearsals, UserPatch patches) {
        this.rehearsals = rehearsals;
        this.patches = patches;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/api/v1/users/{id}/preview")
    EffectAnswer preview(
            Actor actor, @PathVariable String id, IfMatch match, PageRequest page, @RequestBody Patch<UserForm> patch) {
        return EffectAnswer.of(
                rehearsals.preview(actor, UserId.read(id), form -> patches.apply(form, patch), match.version(), page));
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @PostMapping("/api/v1/users/{id}/preview-deletion")
    EffectAnswer previewDeletion(Actor actor, @PathVariable String id, IfMatch match, PageRequest page) {
        return EffectAnswer.of(rehearsals.previewDeletion(actor, UserId.read(id), match.version(), page));
    }
}
