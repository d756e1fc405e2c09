package io.bailiwick.partners;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one partner. */
@Component
class PartnerPages {
    private final Partners partners;
    private final Resellers resellers;
    private final ResellerChoice choice;
    private final Guard guard;
    private final Changes changes;
    private final Phrases phrases;
    private final Sights sights;
    private final List<PartnerLink> links;

    PartnerPages(
            Partners partners,
            Resellers resellers,
            ResellerChoice choice,
            Guard guard,
            Changes changes,
            Phrases phrases,
            Sights sights,
            List<PartnerLink> links) {
        this.partners = partners;
        this.resellers = resellers;
        this.choice = choice;
        this.guard = guard;
        this.changes = changes;
        this.phrases = phrases;
        this.sights = sights;
        this.links = links;
    }

    String fresh(Actor actor, Model model, PartnerFields fields, Errors errors) {
        form(actor, model, fields, errors);
        return "partners/new";
    }

    String show(Actor actor, Model model, Partner partner, PartnerFields fields, Errors errors) {
        form(actor, model, fields, errors);
        var users = partners.users(actor, partner.id());
        model.addAttribute("partner", partner);
        model.addAttribute("users", users.isPresent() ? users.getAsLong() : null);
        model.addAttribute("mayEdit", guard.may(actor, PanelArea.PARTNERS, Action.UPDATE));
        model.addAttribute("turning", turning(actor, partner));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.PARTNERS, Action.DELETE));
        model.addAttribute("maySeeUsers", guard.may(actor, PanelArea.USERS, Action.READ));
        model.addAttribute("links", links(actor, partner));
        return "partners/partner";
    }

    /** As typed, over what somebody else saved meanwhile. */
    String stale(
            Actor actor,
            Model model,
            HttpServletResponse response,
            Refusal.Stale stale,
            Partner saved,
            PartnerFields fields) {
        var comparison = fields.against(saved, phrases);
        model.addAttribute("newer", changes.newer(actor, saved.id().value(), comparison));
        return show(actor, model, saved, fields, Errors.refused(response, stale, "key"));
    }

    /** To its data, as far as the actor sees it. */
    private List<PartnerLink> links(Actor actor, Partner partner) {
        return sights.of(actor).holds(partner.id().value())
                ? links.stream()
                        .filter(link -> guard.may(actor, link.area(), Action.READ))
                        .toList()
                : List.of();
    }

    /** What switching it on would bring into sight. */
    private Outlook turning(Actor actor, Partner partner) {
        var form = PartnerForm.of(partner).withActive(true);
        return partner.active() || !guard.may(actor, PanelArea.PARTNERS, Action.UPDATE)
                ? Outlook.none()
                : Outlook.of(() -> partners.preview(actor, partner.id(), null, form, PageRequest.first()));
    }

    private void form(Actor actor, Model model, PartnerFields fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("resellers", choice.offered(actor, fields.reseller()));
        model.addAttribute("mayChooseReseller", resellers.mayChange(actor));
    }
}
