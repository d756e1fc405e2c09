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
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Switching a reseller off and on, and deleting it. */
@Controller
class ResellersActions {
    private final Resellers resellers;
    private final Asking asking;

    ResellersActions(Resellers resellers, Asking asking) {
        this.resellers = resellers;
        this.asking = asking;
    }

    @GetMapping("/resellers/{reseller}/switch-off")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    String askToSwitchOff(Actor actor, Model model, @PathVariable String reseller) {
        var found = resellers.get(actor, reseller);
        var partners = resellers.partners(actor, List.of(found.id())).getOrDefault(found.id(), 0L);
        var form = ResellerForm.of(found).withActive(false);
        var outlook = Outlook.of(() -> resellers.preview(actor, found.id(), null, form, PageRequest.first()));
        return asking.switchOff(model, Subject.of(found), outlook, "resellers.off.consequence", partners);
    }

    @PostMapping("/resellers/{reseller}/switch-off")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    String switchOff(Actor actor, Flash flash, @PathVariable String reseller, @RequestParam long version) {
        return turn(actor, flash, reseller, version, false);
    }

    @PostMapping("/resellers/{reseller}/switch-on")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    String switchOn(Actor actor, Flash flash, @PathVariable String reseller, @RequestParam long version) {
        return turn(actor, flash, reseller, version, true);
    }

    @GetMapping("/resellers/{reseller}/delete")
    @Guarded(area = PanelArea.RESELLERS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, @PathVariable String reseller) {
        var found = resellers.get(actor, reseller);
        var outlook = Outlook.of(() -> resellers.previewDeletion(actor, found.id(), null, PageRequest.first()));
        return asking.delete(model, Subject.of(found), outlook);
    }

    @PostMapping("/resellers/{reseller}/delete")
    @Guarded(area = PanelArea.RESELLERS, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String reseller, @RequestParam long version) {
        var found = resellers.get(actor, reseller);
        try {
            resellers.delete(actor, found.id(), version);
        } catch (Refusal.Conflict inUse) {
            flash.failed("resellers.delete.refused", found.name());
            return "redirect:/resellers/" + found.id();
        }
        flash.done("resellers.deleted", found.name());
        return "redirect:/resellers";
    }

    private String turn(Actor actor, Flash flash, String reseller, long version, boolean on) {
        var found = resellers.get(actor, reseller);
        resellers.edit(actor, found.id(), version, form -> form.withActive(on));
        flash.done(on ? "resellers.switched-on" : "resellers.switched-off", found.name());
        return "redirect:/resellers/" + found.id();
    }
}
