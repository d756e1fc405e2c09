package io.bailiwick.partners;

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

/** A new partner, and one partner. */
@Controller
class PartnerScreen {
    private final Partners partners;
    private final PartnerPages pages;

    PartnerScreen(Partners partners, PartnerPages pages) {
        this.partners = partners;
        this.pages = pages;
    }

    @GetMapping("/partners/new")
    @Guarded(area = PanelArea.PARTNERS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return pages.fresh(actor, model, new PartnerFields("", "", ""), Errors.none());
    }

    @PostMapping("/partners")
    @Guarded(area = PanelArea.PARTNERS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") PartnerFields fields) {
        try {
            var id = partners.create(actor, fields.form());
            flash.done("partners.created", fields.name().strip());
            return "redirect:/partners/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.fresh(actor, model, fields, Errors.refused(response, refused, "key"));
        }
    }

    @GetMapping("/partners/{partner}")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String partner) {
        var found = partners.get(actor, partner);
        return pages.show(actor, model, found, PartnerFields.of(found), Errors.none());
    }

    @PostMapping("/partners/{partner}")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String partner,
            @RequestParam long version,
            @ModelAttribute("fields") PartnerFields fields) {
        var found = partners.get(actor, partner);
        try {
            partners.edit(actor, found.id(), version, form -> fields.form());
            flash.done("partners.saved", fields.name().strip());
            return "redirect:/partners/" + found.id();
        } catch (Refusal.Stale stale) {
            return pages.stale(actor, model, response, stale, partners.get(actor, found.id()), fields);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.show(actor, model, found, fields, Errors.refused(response, refused, "key"));
        }
    }
}
