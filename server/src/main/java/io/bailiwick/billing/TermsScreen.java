package io.bailiwick.billing;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By what a partner is billed. */
@Controller
class TermsScreen {
    private final Billings billings;
    private final Phrases phrases;

    TermsScreen(Billings billings, Phrases phrases) {
        this.billings = billings;
        this.phrases = phrases;
    }

    @GetMapping("/billing/{partner}/terms")
    @Guarded(area = PanelArea.BILLING_MANAGEMENT, action = Action.UPDATE)
    String show(Actor actor, Model model, @PathVariable String partner) {
        var billing = billings.get(actor, partner);
        return page(model, billing, TermsFields.of(billing), Errors.none());
    }

    @PostMapping("/billing/{partner}/terms")
    @Guarded(area = PanelArea.BILLING_MANAGEMENT, action = Action.UPDATE)
    String set(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String partner,
            @RequestParam long version,
            @ModelAttribute("fields") TermsFields fields) {
        var billing = billings.get(actor, partner);
        try {
            billings.set(actor, partner, version, fields.form());
            flash.done("billing.terms.saved", billing.partner().name());
            return "redirect:/billing/" + billing.partner().key();
        } catch (Refusal.Stale stale) {
            var saved = billings.get(actor, partner);
            var terms = saved.terms();
            if (terms != null) {
                model.addAttribute("newer", fields.against(saved, terms, phrases));
            }
            return page(model, saved, fields, Errors.refused(response, stale, "currency"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return page(model, billing, fields, Errors.refused(response, refused, "currency"));
        }
    }

    private static String page(Model model, Billing billing, TermsFields fields, Errors errors) {
        model.addAttribute("billing", billing);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        return "billing/terms";
    }
}
