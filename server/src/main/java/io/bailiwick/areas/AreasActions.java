package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Sentence;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deleting an area. */
@Controller
class AreasActions {
    private final Areas areas;
    private final AreaPage page;
    private final Asking asking;
    private final Phrases phrases;

    AreasActions(Areas areas, AreaPage page, Asking asking, Phrases phrases) {
        this.areas = areas;
        this.page = page;
        this.asking = asking;
        this.phrases = phrases;
    }

    @GetMapping("/areas/{area}/delete")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, @PathVariable String area) {
        var found = page.get(actor, area);
        return asking.delete(
                model,
                "areas",
                found.name(),
                here(found),
                found.version(),
                found.paths().size(),
                effects(actor, found));
    }

    @PostMapping("/areas/{area}/delete")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    String delete(
            Actor actor,
            Model model,
            Flash flash,
            @PathVariable String area,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String confirm) {
        var found = page.get(actor, area);
        try {
            areas.delete(actor, found.id(), version, confirm);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return asking.anew(
                    model,
                    unconfirmed,
                    "areas",
                    "delete",
                    found.name(),
                    here(found),
                    here(found) + "/delete",
                    List.of(new Field("version", Long.toString(version))));
        }
        flash.done("areas.deleted", found.name());
        return "redirect:/areas?application=" + found.applicationKey();
    }

    /** Who would lose what; nothing when it cannot be deleted anyway. */
    private List<String> effects(Actor actor, Area found) {
        try {
            var effect = areas.previewDeletion(actor, found.id(), PageRequest.first());
            return List.of(Sentence.of(effect, phrases::text) + ".");
        } catch (Refusal.Beyond | Refusal.Conflict refused) {
            return List.of();
        }
    }

    private static String here(Area area) {
        return "/areas/" + area.id();
    }
}
