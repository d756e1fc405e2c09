package io.bailiwick.areas;

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

/** Who would gain and who would lose what by a change or the deletion of an area, for scripts: each takes what that takes. */
@RestController
class AreaPreviewApi {
    private final Areas areas;
    private final AreaPage area;
    private final MergePatch patches;

    AreaPreviewApi(Areas areas, AreaPage area, MergePatch patches) {
        this.areas = areas;
        this.area = area;
        this.patches = patches;
    }

    @PostMapping("/api/v1/areas/{area}/preview")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    EffectAnswer preview(
            Actor actor,
            @PathVariable("area") String id,
            IfMatch match,
            PageRequest page,
            @RequestBody Patch<AreaForm> patch) {
        var current = area.get(actor, id);
        var form = patches.apply(AreaForm.of(current), patch, AreaForm.class);
        var expected = match.version() == null ? current.version() : match.version();
        return EffectAnswer.of(areas.preview(actor, current.id(), expected, form, page));
    }

    @PostMapping("/api/v1/areas/{area}/preview-deletion")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    EffectAnswer previewDeletion(Actor actor, @PathVariable("area") String id, IfMatch match, PageRequest page) {
        return EffectAnswer.of(areas.previewDeletion(actor, area.get(actor, id).id(), match.version(), page));
    }
}
