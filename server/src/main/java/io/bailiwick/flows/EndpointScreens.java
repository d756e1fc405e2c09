package io.bailiwick.flows;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of endpoints. */
@Controller
class EndpointScreens {
    private final Endpoints endpoints;
    private final FlowPages pages;

    EndpointScreens(Endpoints endpoints, FlowPages pages) {
        this.endpoints = endpoints;
        this.pages = pages;
    }

    @GetMapping("/endpoints")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        var page = endpoints.list(actor, q, request);
        pages.list(actor, model, PanelArea.ENDPOINTS, new FlowPages.Listed("/endpoints", q, ""), page);
        model.addAttribute("all", !q.isEmpty() ? endpoints.list(actor, "", FlowPages.ONE) : page);
        return "flows/endpoints";
    }

    @GetMapping("/endpoints/new")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return fresh(actor, model, EndpointFields.EMPTY, Errors.none());
    }

    @PostMapping("/endpoints")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") EndpointFields fields) {
        try {
            var made = endpoints.create(actor, fields.form());
            flash.done("flows.created", made.name());
            return "redirect:/endpoints/" + made.id();
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return fresh(actor, model, fields, Errors.refused(response, refused, "key"));
        }
    }

    @GetMapping("/endpoints/{endpoint}")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String endpoint) {
        var found = endpoints.get(actor, endpoint);
        return show(actor, model, found, EndpointFields.of(found), Errors.none());
    }

    @PostMapping("/endpoints/{endpoint}")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String endpoint,
            @RequestParam long version,
            @ModelAttribute("fields") EndpointFields fields) {
        var found = endpoints.get(actor, endpoint);
        try {
            endpoints.edit(actor, found.id().toString(), version, form -> fields.form());
            flash.done("flows.saved");
            return "redirect:/endpoints/" + found.id();
        } catch (Refusal.Stale stale) {
            var saved = endpoints.get(actor, found.id().toString());
            pages.newer(actor, model, saved.id(), fields.against(saved, pages.phrases()));
            return show(actor, model, saved, fields, Errors.refused(response, stale, ""));
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return show(actor, model, found, fields, Errors.refused(response, refused, "key"));
        }
    }

    @GetMapping("/endpoints/{endpoint}/delete")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, Flash flash, @PathVariable String endpoint) {
        var found = endpoints.get(actor, endpoint);
        if (endpoints.uses(actor, found) > 0) {
            flash.failed("flows.delete.refused");
            return "redirect:/endpoints/" + found.id();
        }
        return pages.askToDelete(model, "endpoints", "/endpoints", found.id(), found.name(), found.version());
    }

    @PostMapping("/endpoints/{endpoint}/delete")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String endpoint, @RequestParam long version) {
        var found = endpoints.get(actor, endpoint);
        try {
            endpoints.delete(actor, found.id().toString(), version);
        } catch (Refusal.Conflict used) {
            flash.failed("flows.delete.refused");
            return "redirect:/endpoints/" + found.id();
        }
        flash.done("flows.deleted");
        return "redirect:/endpoints";
    }

    private String fresh(Actor actor, Model model, EndpointFields fields, Errors errors) {
        pages.form(actor, model, fields, errors);
        pages.folders(model);
        return "flows/endpoint-new";
    }

    private String show(Actor actor, Model model, Endpoint found, EndpointFields fields, Errors errors) {
        pages.form(actor, model, fields, errors);
        pages.folders(model);
        pages.rights(actor, model, PanelArea.ENDPOINTS);
        model.addAttribute("found", found);
        model.addAttribute("uses", endpoints.uses(actor, found));
        model.addAttribute("path", pages.path(actor, found));
        return "flows/endpoint";
    }
}
