package io.bailiwick.contacts;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one contact. */
@Component
class ContactPages {
    private final PartnerChoice partners;
    private final Guard guard;
    private final Phrases phrases;

    ContactPages(PartnerChoice partners, Guard guard, Phrases phrases) {
        this.partners = partners;
        this.guard = guard;
        this.phrases = phrases;
    }

    String fresh(Actor actor, Model model, ContactFields fields, Errors errors) {
        form(actor, model, fields, errors);
        return "contacts/new";
    }

    String show(Actor actor, Model model, Contact contact, ContactFields fields, Errors errors) {
        form(actor, model, fields, errors);
        model.addAttribute("contact", contact);
        model.addAttribute("mayEdit", guard.may(actor, PanelArea.CONTACTS, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.CONTACTS, Action.DELETE));
        return "contacts/contact";
    }

    /** As typed, over what somebody else saved meanwhile. */
    String stale(
            Actor actor,
            Model model,
            HttpServletResponse response,
            Refusal.Stale stale,
            Contact saved,
            ContactFields fields) {
        model.addAttribute("newer", fields.against(saved, phrases));
        return show(actor, model, saved, fields, Errors.refused(response, stale, "name"));
    }

    private void form(Actor actor, Model model, ContactFields fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("partners", partners.offered(actor, fields.partner()));
    }
}
