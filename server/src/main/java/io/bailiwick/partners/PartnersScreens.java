package io.bailiwick.partners;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of partners, and the resellers that they may belong to. */
@Controller
class PartnersScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Partners partners;
    private final ResellerChoice resellers;
    private final Guard guard;

    PartnersScreens(Partners partners, ResellerChoice resellers, Guard guard) {
        this.partners = partners;
        this.resellers = resellers;
        this.guard = guard;
    }

    @GetMapping("/partners")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reseller,
            @RequestParam(defaultValue = "") String active,
            PageRequest request) {
        var switchedOn = active.isEmpty() ? null : Boolean.valueOf(active);
        var filter = new PartnerFilter(q, reseller.isEmpty() ? null : reseller, switchedOn);
        var page = partners.list(actor, filter, request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/partners", Map.of("q", q, "reseller", reseller, "active", active), sort);
        var filtered = !(q + reseller + active).isEmpty();
        model.addAttribute("page", page);
        model.addAttribute("all", filtered ? partners.list(actor, PartnerFilter.ALL, ONE) : page);
        model.addAttribute("q", q);
        model.addAttribute("reseller", reseller);
        model.addAttribute("active", active);
        model.addAttribute("filtered", filtered);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts("name", "key"));
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("resellers", resellers.offered(actor, reseller));
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.PARTNERS, Action.CREATE));
        return "partners/list";
    }

    @GetMapping("/partners/resellers")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    String resellers(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", resellers.matching(actor, q));
        return Offered.VIEW;
    }
}
