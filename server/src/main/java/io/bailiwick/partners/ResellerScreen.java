package io.bailiwick.partners;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new reseller, and one reseller. */
@Controller
class ResellerScreen {
    private final Resellers resellers;
    private final Changes changes;
    private final Phrases phrases;

    ResellerScreen(Resellers resellers, Changes changes, Phrases phrases) {
        this.resellers = resellers;
        this.changes = changes;
        this.phrases = phrases;
    }

    @GetMapping("/resellers/new")
    @Guarded(area = PanelArea.RESELLERS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return fresh(actor, model, new ResellerFields("", ""), Errors.none());
    }

    @PostMapping("/resellers")
    @Guarded(area = PanelArea.RESELLERS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") ResellerFields fields) {
        try {
            var id = resellers.create(actor, fields.form());
            flash.done("resellers.created", fields.name().strip());
            return "redirect:/resellers/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return fresh(actor, model, fields, Errors.refused(response, refused, "key"));
        }
    }

    @GetMapping("/resellers/{reseller}")
    @Guarded(area = PanelArea.RESELLERS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String reseller) {
        var found = resellers.get(actor, reseller);
        return show(actor, model, found, new ResellerFields(found.name(), found.key()), Errors.none());
    }

    @PostMapping("/resellers/{reseller}")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String reseller,
            @RequestParam long version,
            @ModelAttribute("fields") ResellerFields fields) {
        var found = resellers.get(actor, reseller);
        try {
            resellers.edit(actor, found.id(), version, form -> fields.form());
            flash.done("resellers.saved", fields.name().strip());
            return "redirect:/resellers/" + found.id();
        } catch (Refusal.Stale stale) {
            var saved = resellers.get(actor, found.id());
            var comparison = fields.against(saved, phrases);
            model.addAttribute("newer", changes.newer(actor, saved.id().value(), comparison));
            return show(actor, model, saved, fields, Errors.refused(response, stale, "key"));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return show(actor, model, found, fields, Errors.refused(response, refused, "key"));
        }
    }

    /** What the change would do, while it is made; nothing is saved here. */
    @PostMapping("/resellers/{reseller}/outlook")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    String outlook(
            Actor actor, Model model, @PathVariable String reseller, @ModelAttribute("fields") ResellerFields fields) {
        var id = resellers.get(actor, reseller).id();
        model.addAttribute(
                "outlook", Outlook.of(() -> resellers.preview(actor, id, null, fields.form(), PageRequest.first())));
        return Outlook.VIEW;
    }

    private String fresh(Actor actor, Model model, ResellerFields fields, Errors errors) {
        form(actor, model, fields, errors);
        return "resellers/new";
    }

    private String show(Actor actor, Model model, Reseller reseller, ResellerFields fields, Errors errors) {
        form(actor, model, fields, errors);
        var partners = resellers.partners(actor, List.of(reseller.id()));
        model.addAttribute("reseller", reseller);
        model.addAttribute("turning", turning(actor, reseller));
        model.addAttribute("partners", partners.getOrDefault(reseller.id(), 0L));
        return "resellers/reseller";
    }

    /** What switching it on would bring into sight. */
    private Outlook turning(Actor actor, Reseller reseller) {
        var form = ResellerForm.of(reseller).withActive(true);
        return reseller.active() || !resellers.mayChange(actor)
                ? Outlook.none()
                : Outlook.of(() -> resellers.preview(actor, reseller.id(), null, form, PageRequest.first()));
    }

    private void form(Actor actor, Model model, ResellerFields fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("mayChange", resellers.mayChange(actor));
    }
}
