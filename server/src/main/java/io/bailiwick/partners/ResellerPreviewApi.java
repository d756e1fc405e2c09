package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.previews.EffectAnswer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who would come to see the data of a reseller's partners by a change, and who would not any more, for scripts. */
@RestController
class ResellerPreviewApi {
    private final Resellers resellers;
    private final MergePatch patches;

    ResellerPreviewApi(Resellers resellers, MergePatch patches) {
        this.resellers = resellers;
        this.patches = patches;
    }

    @PostMapping("/api/v1/resellers/{reseller}/preview")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    EffectAnswer preview(
            Actor actor,
            @PathVariable String reseller,
            IfMatch match,
            PageRequest page,
            @RequestBody Patch<ResellerForm> patch) {
        var current = resellers.get(actor, reseller);
        var form = patches.apply(ResellerForm.of(current), patch, ResellerForm.class);
        var expected = match.version() == null ? current.version() : match.version();
        return EffectAnswer.of(resellers.preview(actor, current.id(), expected, form, page));
    }

    @PostMapping("/api/v1/resellers/{reseller}/preview-deletion")
    @Guarded(area = PanelArea.RESELLERS, action = Action.DELETE)
    EffectAnswer previewDeletion(Actor actor, @PathVariable String reseller, IfMatch match, PageRequest page) {
        var id = resellers.get(actor, reseller).id();
        return EffectAnswer.of(resellers.previewDeletion(actor, id, match.version(), page));
    }
}
