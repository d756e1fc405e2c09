package io.bailiwick.partners;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of partners: the list, a new one, one partner. */
@Controller
class PartnersScreens {
    private static final PageRequest CHOICES = new PageRequest(List.of(), Page.MOST, null);

    private final Partners partners;
    private final Resellers resellers;
    private final Guard guard;

    PartnersScreens(Partners partners, Resellers resellers, Guard guard) {
        this.partners = partners;
        this.resellers = resellers;
        this.guard = guard;
    }

    @GetMapping("/partners")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reseller,
            @RequestParam(defaultValue = "") String active,
            PageRequest request) {
        var switchedOn = active.isEmpty() ? null : Boolean.valueOf(active);
        var page =
                partners.list(actor, new PartnerFilter(q, reseller.isEmpty() ? null : reseller, switchedOn), request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/partners", Map.of("q", q, "reseller", reseller, "active", active));
        model.addAttribute("page", page);
        model.addAttribute("q", q);
        model.addAttribute("reseller", reseller);
        model.addAttribute("active", active);
        model.addAttribute("filtered", !(q + reseller + active).isEmpty());
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts(sort, "name", "key"));
        model.addAttribute("next", links.next(sort, page.next()));
        model.addAttribute("resellers", choices(actor));
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.PARTNERS, Action.CREATE));
        return "partners/list";
    }

    @GetMapping("/partners/new")
    @Guarded(area = PanelArea.PARTNERS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return form(actor, model, null, new PartnerForm("", "", null, null), Errors.none());
    }

    @PostMapping("/partners")
    @Guarded(area = PanelArea.PARTNERS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reseller) {
        var form = new PartnerForm(name, key, reseller.isEmpty() ? null : reseller, null);
        try {
            var id = partners.create(actor, form);
            flash.done("partners.created", name.strip());
            return "redirect:/partners/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return refused(actor, model, response, null, form, refused);
        }
    }

    @GetMapping("/partners/{partner}")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String partner) {
        var found = partners.get(actor, partner);
        return form(actor, model, found, PartnerForm.of(found), Errors.none());
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
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reseller) {
        var found = partners.get(actor, partner);
        var form = new PartnerForm(name, key, reseller.isEmpty() ? null : reseller, null);
        try {
            partners.edit(actor, found.id(), version, form);
            flash.done("partners.saved", name.strip());
            return "redirect:/partners/" + found.id();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return refused(actor, model, response, found, form, refused);
        }
    }

    private String refused(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @Nullable Partner partner,
            PartnerForm form,
            Refusal refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var errors = refused instanceof Refusal.Invalid invalid
                ? Errors.of(invalid)
                : Errors.none().and("key", refused.detail());
        return form(actor, model, partner, form, errors);
    }

    private String form(Actor actor, Model model, @Nullable Partner partner, PartnerForm form, Errors errors) {
        model.addAttribute("partner", partner);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("resellers", choices(actor));
        model.addAttribute("mayChooseReseller", resellers.mayChange(actor));
        model.addAttribute("mayEdit", guard.may(actor, PanelArea.PARTNERS, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.PARTNERS, Action.DELETE));
        return partner == null ? "partners/new" : "partners/partner";
    }

    private List<Option> choices(Actor actor) {
        return resellers.list(actor, "", CHOICES).items().stream()
                .map(reseller -> Option.of(reseller.key(), reseller.name()))
                .toList();
    }
}
