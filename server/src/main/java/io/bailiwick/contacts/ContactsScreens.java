package io.bailiwick.contacts;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of contacts, and the partners that they may belong to. */
@Controller
class ContactsScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Contacts contacts;
    private final PartnerChoice partners;
    private final Guard guard;

    ContactsScreens(Contacts contacts, PartnerChoice partners, Guard guard) {
        this.contacts = contacts;
        this.partners = partners;
        this.guard = guard;
    }

    @GetMapping("/contacts")
    @Guarded(area = PanelArea.CONTACTS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            PageRequest request) {
        var page = contacts.list(actor, new ContactFilter(q, partner), request);
        var filtered = !(q + partner).isEmpty();
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/contacts", Map.of("q", q, "partner", partner), sort);
        model.addAttribute("page", page);
        model.addAttribute("all", filtered ? contacts.list(actor, ContactFilter.ALL, ONE) : page);
        model.addAttribute("q", q);
        model.addAttribute("partner", partner);
        model.addAttribute("filtered", filtered);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts("name", "partner"));
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("partners", partners.offered(actor, partner));
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.CONTACTS, Action.CREATE));
        return "contacts/list";
    }

    @GetMapping("/contacts/partners")
    @Guarded(area = PanelArea.CONTACTS, action = Action.READ)
    String partners(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", partners.matching(actor, q));
        return Offered.VIEW;
    }
}
