package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.previews.EffectAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who would gain and who would lose what by an edit or the deletion of a group, for scripts: each takes what that takes. */
@RestController
class GroupPreviewApi {
    private final Groups groups;
    private final MergePatch patches;

    GroupPreviewApi(Groups groups, MergePatch patches) {
        this.groups = groups;
        this.patches = patches;
    }

    @PostMapping("/api/v1/groups/{group}/preview")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    EffectAnswer preview(
            Actor actor,
            @PathVariable String group,
            IfMatch match,
            PageRequest page,
            @RequestBody Patch<GroupForm> patch) {
        var current = groups.get(actor, GroupId.read(group));
        var form = patches.apply(GroupForm.of(current), patch, GroupForm.class);
        var expected = match.version() == null ? current.version() : match.version();
        return EffectAnswer.of(groups.preview(actor, current.id(), expected, form, page));
    }

    @PostMapping("/api/v1/groups/{group}/preview-deletion")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    EffectAnswer previewDeletion(
            Actor actor,
            @PathVariable String group,
            @RequestParam(required = false) @Nullable String moveMembersTo,
            IfMatch match,
            PageRequest page) {
        return EffectAnswer.of(
                groups.previewDeletion(actor, GroupId.read(group), match.version(), moveMembersTo, page));
    }
}
