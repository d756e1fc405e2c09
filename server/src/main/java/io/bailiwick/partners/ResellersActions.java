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

/** Switching a reseller off and on, and deleting it. */
@Controller
class ResellersActions {
    private final Resellers resellers;
    private final Phrases phrases;

    ResellersActions(Resellers resellers, MessageSource messages) {
        this.resellers = resellers;
        this.phrases = new Phrases(messages);
    }

    @GetMapping("/resellers/{reseller}/switch-off")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    String askToSwitchOff(Actor actor, Model model, @PathVariable String reseller) {
        var found = resellers.get(actor, reseller);
        var partners = resellers.partners(actor, List.of(found.id())).getOrDefault(found.id(), 0L);
        return ask(model, found, "off", "switch-off", phrases.text("resellers.off.consequence", partners));
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
        return ask(model, found, "delete", "delete", phrases.text("resellers.delete.consequence"));
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
        resellers.edit(actor, found.id(), version, new ResellerForm(found.name(), found.key(), on));
        flash.done(on ? "resellers.switched-on" : "resellers.switched-off", found.name());
        return "redirect:/resellers/" + found.id();
    }

    private String ask(Model model, Reseller reseller, String texts, String verb, String consequence) {
        var back = "/resellers/" + reseller.id();
        model.addAttribute(
                "confirmation",
                new Confirmation(
                        phrases.text("resellers." + texts + ".title", reseller.name()),
                        consequence,
                        List.of(),
                        back + "/" + verb,
                        List.of(new Confirmation.Field("version", Long.toString(reseller.version()))),
                        phrases.text("resellers." + texts + ".button", reseller.name()),
                        back,
                        true));
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.of(phrases.text("ui.nav.directory")),
                        Crumb.of(phrases.text("resellers.title"), "/resellers"),
                        Crumb.of(reseller.name(), back)));
        return Confirmation.VIEW;
    }
}
