package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Flash;
import java.util.List;
import java.util.Optional;
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

    AreasActions(Areas areas, AreaPage page, Asking asking) {
        this.areas = areas;
        this.page = page;
        this.asking = asking;
    }

    @GetMapping("/areas/{area}/delete")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, @PathVariable String area) {
        var found = page.get(actor, area);
        var outlook = Outlook.of(() -> areas.previewDeletion(actor, found.id(), null, PageRequest.first()));
        var question = outlook.obstacles().isEmpty()
                ? areas.deletionQuestion(actor, found.id())
                : Optional.<Refusal.Unconfirmed>empty();
        return asking.delete(
                model,
                "areas",
                found.name(),
                here(found),
                found.version(),
                found.paths().size(),
                outlook,
                question);
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

    private static String here(Area area) {
        return "/areas/" + area.id();
    }
}
