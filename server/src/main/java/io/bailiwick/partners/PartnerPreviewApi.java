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

/** Who would come to see a partner's data by a change or a deletion, and who would not any more, for scripts. */
@RestController
class PartnerPreviewApi {
    private final Partners partners;
    private final MergePatch patches;

    PartnerPreviewApi(Partners partners, MergePatch patches) {
        this.partners = partners;
        this.patches = patches;
    }

    @PostMapping("/api/v1/partners/{partner}/preview")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    EffectAnswer preview(
            Actor actor,
            @PathVariable String partner,
            IfMatch match,
            PageRequest page,
            @RequestBody Patch<PartnerForm> patch) {
        var current = partners.get(actor, partner);
        var form = patches.apply(PartnerForm.of(current), patch, PartnerForm.class);
        var expected = match.version() == null ? current.version() : match.version();
        return EffectAnswer.of(partners.preview(actor, current.id(), expected, form, page));
    }

    @PostMapping("/api/v1/partners/{partner}/preview-deletion")
    @Guarded(area = PanelArea.PARTNERS, action = Action.DELETE)
    EffectAnswer previewDeletion(Actor actor, @PathVariable String partner, IfMatch match, PageRequest page) {
        var id = partners.get(actor, partner).id();
        return EffectAnswer.of(partners.previewDeletion(actor, id, match.version(), page));
    }
}
