package io.bailiwick.routing;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one route. */
@Component
class RoutePages {
    private final Routing routing;
    private final PartnerChoice partners;
    private final Guard guard;
    private final Phrases phrases;

    RoutePages(Routing routing, PartnerChoice partners, Guard guard, Phrases phrases) {
        this.routing = routing;
        this.partners = partners;
        this.guard = guard;
        this.phrases = phrases;
    }

    String fresh(Actor actor, Model model, RouteFields fields, Errors errors) {
        form(actor, model, fields, errors);
        return "routing/new";
    }

    String show(Actor actor, Model model, Route route, RouteFields fields, Errors errors) {
        form(actor, model, fields, errors);
        model.addAttribute("route", route);
        model.addAttribute("neighbours", routing.neighbours(actor, route));
        model.addAttribute("now", Instant.now());
        model.addAttribute("mayEdit", guard.may(actor, PanelArea.ROUTING, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.ROUTING, Action.DELETE));
        return "routing/route";
    }

    /** As typed, over what somebody else saved meanwhile. */
    String stale(
            Actor actor,
            Model model,
            HttpServletResponse response,
            Refusal.Stale stale,
            Route saved,
            RouteFields fields) {
        model.addAttribute("newer", fields.against(saved, actor.zone(), phrases));
        return show(actor, model, saved, fields, Errors.refused(response, stale, "prefix"));
    }

    private void form(Actor actor, Model model, RouteFields fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("zone", actor.zone().getId());
        model.addAttribute("partners", partners.offered(actor, fields.partner()));
    }
}
