package io.bailiwick.routing;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new route, and one route. */
@Controller
class RouteScreen {
    private final Routing routing;
    private final RoutePages pages;

    RouteScreen(Routing routing, RoutePages pages) {
        this.routing = routing;
        this.pages = pages;
    }

    @GetMapping("/routing/new")
    @Guarded(area = PanelArea.ROUTING, action = Action.CREATE)
    String fresh(Actor actor, Model model, @RequestParam(defaultValue = "") String partner) {
        return pages.fresh(actor, model, RouteFields.empty(partner), Errors.none());
    }

    @PostMapping("/routing")
    @Guarded(area = PanelArea.ROUTING, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") RouteFields fields) {
        try {
            var route = routing.get(actor, routing.create(actor, fields.form(actor.zone())));
            flash.done("routing.created", route.prefix(), route.partner().name());
            return "redirect:/routing/" + route.id();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return pages.fresh(actor, model, fields, Errors.refused(response, refused, "prefix"));
        }
    }

    @GetMapping("/routing/{route}")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String route) {
        var found = routing.get(actor, RouteId.read(route));
        return pages.show(actor, model, found, RouteFields.of(found, actor.zone()), Errors.none());
    }

    @PostMapping("/routing/{route}")
    @Guarded(area = PanelArea.ROUTING, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String route,
            @RequestParam long version,
            @ModelAttribute("fields") RouteFields fields) {
        var found = routing.get(actor, RouteId.read(route));
        try {
            routing.edit(actor, found.id(), version, form -> fields.form(actor.zone()));
            flash.done("routing.saved", fields.prefix().strip());
            return "redirect:/routing/" + found.id();
        } catch (Refusal.Stale stale) {
            return pages.stale(actor, model, response, stale, routing.get(actor, found.id()), fields);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return pages.show(actor, model, found, fields, Errors.refused(response, refused, "prefix"));
        }
    }
}
