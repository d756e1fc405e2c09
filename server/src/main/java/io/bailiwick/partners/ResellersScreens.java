package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
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

/** The pages of resellers: the list, a new one, one reseller. */
@Controller
class ResellersScreens {
    private final Resellers resellers;

    ResellersScreens(Resellers resellers) {
        this.resellers = resellers;
    }

    @GetMapping("/resellers")
    @Guarded(area = PanelArea.RESELLERS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        var page = resellers.list(actor, q, request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/resellers", Map.of("q", q));
        model.addAttribute("page", page);
        model.addAttribute(
                "partners",
                resellers.partners(
                        actor, page.items().stream().map(Reseller::id).toList()));
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts(sort, "name", "key"));
        model.addAttribute("next", links.next(sort, page.next()));
        model.addAttribute("mayChange", resellers.mayChange(actor));
        return "resellers/list";
    }

    @GetMapping("/resellers/new")
    @Guarded(area = PanelArea.RESELLERS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return form(actor, model, null, new ResellerForm("", "", null), Errors.none());
    }

    @PostMapping("/resellers")
    @Guarded(area = PanelArea.RESELLERS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key) {
        var form = new ResellerForm(name, key, null);
        try {
            var id = resellers.create(actor, form);
            flash.done("resellers.created", name.strip());
            return "redirect:/resellers/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return refused(actor, model, response, null, form, refused);
        }
    }

    @GetMapping("/resellers/{reseller}")
    @Guarded(area = PanelArea.RESELLERS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String reseller) {
        var found = resellers.get(actor, reseller);
        return form(actor, model, found, ResellerForm.of(found), Errors.none());
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
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key) {
        var found = resellers.get(actor, reseller);
        var form = new ResellerForm(name, key, null);
        try {
            resellers.edit(actor, found.id(), version, form);
            flash.done("resellers.saved", name.strip());
            return "redirect:/resellers/" + found.id();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return refused(actor, model, response, found, form, refused);
        }
    }

    private String refused(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @Nullable Reseller reseller,
            ResellerForm form,
            Refusal refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var errors = refused instanceof Refusal.Invalid invalid
                ? Errors.of(invalid)
                : Errors.none().and("key", refused.detail());
        return form(actor, model, reseller, form, errors);
    }

    private String form(Actor actor, Model model, @Nullable Reseller reseller, ResellerForm form, Errors errors) {
        var count = reseller == null
                ? 0L
                : resellers.partners(actor, List.of(reseller.id())).getOrDefault(reseller.id(), 0L);
        model.addAttribute("reseller", reseller);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("partners", count);
        model.addAttribute("mayChange", resellers.mayChange(actor));
        return reseller == null ? "resellers/new" : "resellers/reseller";
    }
}
