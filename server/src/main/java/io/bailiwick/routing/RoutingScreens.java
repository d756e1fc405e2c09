package io.bailiwick.routing;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of routes, the partners that they may lead to, and the lookup of a number. */
@Controller
class RoutingScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Routing routing;
    private final PartnerChoice partners;
    private final Guard guard;

    RoutingScreens(Routing routing, PartnerChoice partners, Guard guard) {
        this.routing = routing;
        this.partners = partners;
        this.guard = guard;
    }

    @GetMapping("/routing")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            PageRequest request) {
        var page = routing.list(actor, new RouteFilter(q, partner), request);
        var filtered = !(q + partner).isEmpty();
        var sort = request.sort().isEmpty() ? "prefix" : request.sort().getFirst();
        var links = new ListLinks("/routing", Map.of("q", q, "partner", partner), sort);
        model.addAttribute("page", page);
        model.addAttribute("all", filtered ? routing.list(actor, RouteFilter.ALL, ONE) : page);
        model.addAttribute("now", Instant.now());
        model.addAttribute("q", q);
        model.addAttribute("partner", partner);
        model.addAttribute("filtered", filtered);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts("prefix", "partner", "effectiveFrom"));
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("partners", partners.offered(actor, partner));
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.ROUTING, Action.CREATE));
        return "routing/list";
    }

    @GetMapping("/routing/partners")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    String partners(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", partners.matching(actor, q));
        return Offered.VIEW;
    }

    @GetMapping("/routing/lookup")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    String lookup(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String at) {
        model.addAttribute("number", number);
        model.addAttribute("at", at);
        model.addAttribute("zone", actor.zone().getId());
        model.addAttribute("errors", Errors.none());
        model.addAttribute("all", routing.seesAll(actor));
        try {
            model.addAttribute(
                    "lookup",
                    number.isBlank() ? null : routing.lookup(actor, number, RouteFields.moment(at, actor.zone())));
        } catch (Refusal.Invalid refused) {
            model.addAttribute("lookup", null);
            model.addAttribute("errors", Errors.refused(response, refused, "number"));
        }
        return "routing/lookup";
    }
}
