package io.bailiwick.billing;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
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

/** A new entry. */
@Controller
class EntryScreen {
    private final Billings billings;

    EntryScreen(Billings billings) {
        this.billings = billings;
    }

    @GetMapping("/billing/{partner}/entries/new")
    @Guarded(area = PanelArea.BILLING_MANAGEMENT, action = Action.CREATE)
    String fresh(Actor actor, Model model, @PathVariable String partner) {
        var billing = billings.get(actor, partner);
        return billing.terms() == null
                ? "redirect:/billing/" + billing.partner().key()
                : page(model, billing, new EntryFields("in", "", "", Ids.next().toString()), Errors.none());
    }

    @PostMapping("/billing/{partner}/entries")
    @Guarded(area = PanelArea.BILLING_MANAGEMENT, action = Action.CREATE)
    String book(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String partner,
            @ModelAttribute("fields") EntryFields fields) {
        var billing = billings.get(actor, partner);
        try {
            var booked = billings.book(actor, partner, fields.form());
            flash.done(
                    "billing.entries.made",
                    billing.partner().name(),
                    booked.entry().balance().inWords());
            return "redirect:/billing/" + billing.partner().key();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return page(model, billing, fields, Errors.refused(response, refused, ""));
        }
    }

    private static String page(Model model, Billing billing, EntryFields fields, Errors errors) {
        model.addAttribute("billing", billing);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        return "billing/entry";
    }
}
