package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Flash;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done to endpoints by a click: placing them, and saying that a POST only reads. */
@Controller
class EndpointsActions {
    private final Endpoints endpoints;
    private final ApplicationPage page;
    private final Asking asking;

    EndpointsActions(Endpoints endpoints, ApplicationPage page, Asking asking) {
        this.endpoints = endpoints;
        this.page = page;
        this.asking = asking;
    }

    /** Places the paths that were chosen, or all that wait when the button said so. */
    @PostMapping("/applications/{application}/endpoints/place")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String place(
            Actor actor,
            Model model,
            Flash flash,
            @PathVariable String application,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam MultiValueMap<String, String> form) {
        var found = page.get(actor, application);
        var view = EndpointsView.read(form);
        var path = form.getOrDefault("path", List.of());
        if (!all && path.isEmpty()) {
            flash.warning("applications.endpoints.none-chosen");
            return "redirect:" + view.of(found);
        }
        try {
            var report = endpoints.place(actor, found.id(), all ? null : new LinkedHashSet<>(path), area, confirm);
            flash.done("applications.endpoints.placed", report.operations().size());
        } catch (Refusal.Invalid placedMeanwhile) {
            flash.failed("applications.endpoints.refused", placedMeanwhile.detail());
        } catch (Refusal.Unconfirmed unconfirmed) {
            var fields = new ArrayList<>(view.fields());
            path.forEach(each -> fields.add(new Field("path", each)));
            fields.add(new Field("all", Boolean.toString(all)));
            fields.add(new Field("area", area));
            return asked(model, unconfirmed, found, "place", view, fields);
        }
        return "redirect:" + view.of(found);
    }

    @PostMapping("/applications/{application}/endpoints/reading")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String reading(
            Actor actor,
            Model model,
            Flash flash,
            @PathVariable String application,
            @RequestParam String endpoint,
            @RequestParam boolean reading,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam MultiValueMap<String, String> form) {
        var found = page.get(actor, application);
        var view = EndpointsView.read(form);
        try {
            endpoints.setReading(actor, found.id(), endpoint, reading, confirm);
            flash.done(reading ? "applications.endpoints.reads" : "applications.endpoints.creates", endpoint);
        } catch (Refusal.Invalid collides) {
            flash.failed("applications.endpoints.refused", collides.detail());
        } catch (Refusal.Unconfirmed unconfirmed) {
            var fields = new ArrayList<>(view.fields());
            fields.add(new Field("endpoint", endpoint));
            fields.add(new Field("reading", Boolean.toString(reading)));
            return asked(model, unconfirmed, found, "reading", view, fields);
        }
        return "redirect:" + view.of(found) + "#" + Endpoint.anchor(endpoint);
    }

    private String asked(
            Model model,
            Refusal.Unconfirmed unconfirmed,
            Application found,
            String verb,
            EndpointsView view,
            List<Field> fields) {
        return asking.anew(
                model,
                unconfirmed,
                "applications",
                "endpoints." + verb,
                found.name(),
                view.of(found),
                EndpointsView.list(found) + "/" + verb,
                fields);
    }
}
