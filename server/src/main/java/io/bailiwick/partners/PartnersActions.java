package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.partners.Asking.Subject;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Flash;
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
    private final Asking asking;

    PartnersActions(Partners partners, Asking asking) {
        this.partners = partners;
        this.asking = asking;
    }

    @GetMapping("/partners/{partner}/switch-off")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String askToSwitchOff(Actor actor, Model model, @PathVariable String partner) {
        var found = partners.get(actor, partner);
        var form = PartnerForm.of(found).withActive(false);
        var outlook = Outlook.of(() -> partners.preview(actor, found.id(), null, form, PageRequest.first()));
        var users = partners.users(actor, found.id());
        return users.isPresent()
                ? asking.switchOff(model, Subject.of(found), outlook, "partners.off.consequence", users.getAsLong())
                : asking.switchOff(model, Subject.of(found), outlook, "partners.off.consequence.unnumbered");
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
        var outlook = Outlook.of(() -> partners.previewDeletion(actor, found.id(), null, PageRequest.first()));
        return asking.delete(model, Subject.of(found), outlook);
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
        partners.edit(actor, found.id(), version, form -> form.withActive(on));
        flash.done(on ? "partners.switched-on" : "partners.switched-off", found.name());
        return "redirect:/partners/" + found.id();
    }
}
