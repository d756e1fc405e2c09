package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Flash;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switching a partner off and on, and deleting it. */
@Controller
class PartnersActions {
    private final Partners partners;
    private final Phrases phrases;

    PartnersActions(Partners partners, MessageSource messages) {
        this.partners = partners;
        this.phrases = new Phrases(messages);
    }

    @GetMapping("/partners/{partner}/switch-off")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String askToSwitchOff(Actor actor, Model model, @PathVariable String partner) {
        var found = partners.get(actor, partner);
        var users = partners.users(actor, found.id());
        var consequence = users.isPresent()
                ? phrases.text("partners.off.consequence", users.getAsLong())
                : phrases.text("partners.off.consequence.unnumbered");
        return ask(model, found, "off", "switch-off", consequence);
    }

    @PostMapping("/partners/{partner}/switch-off")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String switchOff(Actor actor, Flash flash, @PathVariable String partner, @RequestParam long version) {
        return turn(actor, flash, partner, version, false);
    }

    @PostMapping("/partners/{partner}/switch-on")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String switchOn(Actor actor, Flash flash, @PathVariable String partner, @RequestParam long version) {
        return turn(actor, flash, partner, version, true);
    }

    @GetMapping("/partners/{partner}/delete")
    @Guarded(area = PanelArea.PARTNERS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, @PathVariable String partner) {
        var found = partners.get(actor, partner);
        return ask(model, found, "delete", "delete", phrases.text("partners.delete.consequence"));
    }

    @PostMapping("/partners/{partner}/delete")
    @Guarded(area = PanelArea.PARTNERS, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String partner, @RequestParam long version) {
        var found = partners.get(actor, partner);
        try {
            partners.delete(actor, found.id(), version);
        } catch (Refusal.Conflict inUse) {
            flash.failed("partners.delete.refused", found.name());
            return "redirect:/partners/" + found.id();
        }
        flash.done("partners.deleted", found.name());
        return "redirect:/partners";
    }

    private String turn(Actor actor, Flash flash, String partner, long version, boolean on) {
        var found = partners.get(actor, partner);
        var form = PartnerForm.of(found);
        partners.edit(actor, found.id(), version, new PartnerForm(form.name(), form.key(), form.reseller(), on));
        flash.done(on ? "partners.switched-on" : "partners.switched-off", found.name());
        return "redirect:/partners/" + found.id();
    }

    private String ask(Model model, Partner partner, String texts, String verb, String consequence) {
        var back = "/partners/" + partner.id();
        model.addAttribute(
                "confirmation",
                new Confirmation(
                        phrases.text("partners." + texts + ".title", partner.name()),
                        consequence,
                        List.of(),
                        back + "/" + verb,
                        List.of(new Confirmation.Field("version", Long.toString(partner.version()))),
                        phrases.text("partners." + texts + ".button", partner.name()),
                        back,
                        true));
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.of(phrases.text("ui.nav.directory")),
                        Crumb.of(phrases.text("partners.title"), "/partners"),
                        Crumb.of(partner.name(), back)));
        return Confirmation.VIEW;
    }
}
