package io.bailiwick.areas;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new area, and one area. */
@Controller
class AreaScreen {
    private final Areas areas;
    private final AreaPage page;
    private final Asking asking;
    private final Guard guard;

    AreaScreen(Areas areas, AreaPage page, Asking asking, Guard guard) {
        this.areas = areas;
        this.page = page;
        this.asking = asking;
        this.guard = guard;
    }

    @GetMapping("/areas/new")
    @Guarded(area = PanelArea.AREAS, action = Action.CREATE)
    String fresh(Actor actor, Model model, @RequestParam(name = "application", defaultValue = "") String within) {
        Structure.require(guard, actor);
        return page.fresh(actor, model, new AreaFields(within, "", "open", ""), Errors.none());
    }

    @PostMapping("/areas")
    @Guarded(area = PanelArea.AREAS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(name = "application", defaultValue = "") String within,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String gate,
            @RequestParam(defaultValue = "") String paths) {
        var fields = new AreaFields(within, name, gate, paths);
        try {
            if (within.isEmpty()) {
                throw new Refusal.Invalid("application", "Choose the application that the area belongs to.");
            }
            var area = areas.create(actor, fields.form());
            flash.done("areas.created", area.name());
            return "redirect:/areas/" + area.id();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.fresh(actor, model, fields, fields.errors(refused));
        }
    }

    @GetMapping("/areas/{area}")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String area) {
        var found = page.get(actor, area);
        return page.show(actor, model, found, AreaFields.of(found), Errors.none());
    }

    @PostMapping("/areas/{area}")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String area,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String gate,
            @RequestParam(defaultValue = "") String paths) {
        var found = page.get(actor, area);
        var here = "/areas/" + found.id();
        var fields = new AreaFields(found.applicationKey(), name, gate, paths);
        try {
            var saved = areas.update(actor, found.id(), version, form -> fields.form(), confirm);
            flash.done("areas.saved", saved.name());
            return "redirect:" + here;
        } catch (Refusal.Unconfirmed unconfirmed) {
            return asking.anew(model, unconfirmed, "areas", "save", found.name(), here, here, fields.hidden(version));
        } catch (Refusal.Stale stale) {
            return page.stale(actor, model, response, page.get(actor, area), fields);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(actor, model, found, fields, fields.errors(refused));
        }
    }
}
