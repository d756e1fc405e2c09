package io.bailiwick.billing;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.ListLinks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The balances of all partners, and the statement of one. */
@Controller
class BillingScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Billings billings;
    private final Guard guard;

    BillingScreens(Billings billings, Guard guard) {
        this.billings = billings;
        this.guard = guard;
    }

    @GetMapping("/billing")
    @Guarded(area = PanelArea.BILLING, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String standing,
            PageRequest request) {
        var page = billings.list(actor, q, Standing.of(standing).orElse(null), request);
        var filtered = !(q + standing).isEmpty();
        var sort = request.sort().isEmpty() ? "partner" : request.sort().getFirst();
        var links = new ListLinks("/billing", Map.of("q", q, "standing", standing), sort);
        model.addAttribute("page", page);
        model.addAttribute("all", filtered ? billings.list(actor, "", null, ONE) : page);
        model.addAttribute("low", billings.list(actor, "", Standing.LOW, ONE).total());
        model.addAttribute("over", billings.list(actor, "", Standing.OVER, ONE).total());
        model.addAttribute("q", q);
        model.addAttribute("standing", standing);
        model.addAttribute("filtered", filtered);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts("partner"));
        model.addAttribute("next", links.next(page.next()));
        return "billing/list";
    }

    @GetMapping("/billing/{partner}")
    @Guarded(area = PanelArea.BILLING, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String partner, PageRequest request) {
        var billing = billings.get(actor, partner);
        var page = billings.entries(actor, billing, request);
        var links = new ListLinks("/billing/" + billing.partner().key(), Map.of(), "-number");
        model.addAttribute("billing", billing);
        model.addAttribute("page", page);
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("mayBook", guard.may(actor, PanelArea.BILLING_MANAGEMENT, Action.CREATE));
        model.addAttribute("maySet", guard.may(actor, PanelArea.BILLING_MANAGEMENT, Action.UPDATE));
        return "billing/statement";
    }
}
