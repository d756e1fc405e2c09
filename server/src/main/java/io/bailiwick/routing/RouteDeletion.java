package io.bailiwick.routing;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deleting a route, which is asked once. */
@Controller
class RouteDeletion {
    private final Routing routing;
    private final Phrases phrases;

    RouteDeletion(Routing routing, Phrases phrases) {
        this.routing = routing;
        this.phrases = phrases;
    }

    @GetMapping("/routing/{route}/delete")
    @Guarded(area = PanelArea.ROUTING, action = Action.DELETE)
    String ask(Actor actor, Model model, @PathVariable String route) {
        var found = routing.get(actor, RouteId.read(route));
        var here = "/routing/" + found.id();
        var consequence = routing.neighbours(actor, found).shorter().isEmpty()
                ? "routing.delete.consequence.nowhere"
                : "routing.delete.consequence";
        return new Confirmation(
                        phrases.text("routing.delete.title", found.prefix()),
                        phrases.text(
                                consequence, found.prefix(), found.partner().name()),
                        List.of(),
                        here + "/delete",
                        List.of(new Confirmation.Field("version", Long.toString(found.version()))),
                        phrases.text("routing.delete.button", found.prefix()),
                        here,
                        true)
                .in(
                        model,
                        Crumb.of(phrases.text("ui.nav.carrier")),
                        Crumb.of(phrases.text("routing.title"), "/routing"),
                        Crumb.of(found.prefix(), here));
    }

    @PostMapping("/routing/{route}/delete")
    @Guarded(area = PanelArea.ROUTING, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String route, @RequestParam long version) {
        var found = routing.get(actor, RouteId.read(route));
        try {
            routing.delete(actor, found.id(), version);
        } catch (Refusal.Stale stale) {
            flash.failed("routing.delete.stale", found.prefix());
            return "redirect:/routing/" + found.id();
        }
        flash.done("routing.deleted", found.prefix());
        return "redirect:/routing";
    }
}
