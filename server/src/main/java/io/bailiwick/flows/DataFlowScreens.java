package io.bailiwick.flows;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Offered;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of data flows. */
@Controller
class DataFlowScreens {
    private final DataFlows flows;
    private final FlowPages pages;
    private final FlowChoices choices;

    DataFlowScreens(DataFlows flows, FlowPages pages, FlowChoices choices) {
        this.flows = flows;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping("/data-flows")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            PageRequest request) {
        var page = flows.list(actor, q, partner, request);
        pages.list(actor, model, PanelArea.DATA_FLOWS, new FlowPages.Listed("/data-flows", q, partner), page);
        model.addAttribute("all", !(q + partner).isEmpty() ? flows.list(actor, "", "", FlowPages.ONE) : page);
        model.addAttribute("partner", partner);
        model.addAttribute("partners", choices.partners(actor, "", partner));
        return "flows/data-flows";
    }

    @GetMapping("/data-flows/choices/{field}")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.READ)
    String choices(Actor actor, Model model, @PathVariable String field, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", choices.matching(actor, field, q));
        return Offered.VIEW;
    }

    @GetMapping("/data-flows/new")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return fresh(actor, model, DataFlowFields.EMPTY, Errors.none());
    }

    @PostMapping("/data-flows")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") DataFlowFields fields) {
        try {
            var made = flows.create(actor, fields.form());
            flash.done("flows.created", made.type());
            return "redirect:/data-flows/" + made.id();
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return fresh(actor, model, fields, Errors.refused(response, refused, "type"));
        }
    }

    @GetMapping("/data-flows/{dataFlow}")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String dataFlow) {
        var found = flows.get(actor, dataFlow);
        return show(actor, model, found, DataFlowFields.of(found), Errors.none());
    }

    @PostMapping("/data-flows/{dataFlow}")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String dataFlow,
            @RequestParam long version,
            @ModelAttribute("fields") DataFlowFields fields) {
        var found = flows.get(actor, dataFlow);
        try {
            flows.edit(actor, found.id().toString(), version, form -> fields.form());
            flash.done("flows.saved");
            return "redirect:/data-flows/" + found.id();
        } catch (Refusal.Stale stale) {
            var saved = flows.get(actor, found.id().toString());
            pages.newer(actor, model, saved.id(), fields.against(saved, pages.phrases()));
            return show(actor, model, saved, fields, Errors.refused(response, stale, ""));
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return show(actor, model, found, fields, Errors.refused(response, refused, "type"));
        }
    }

    @GetMapping("/data-flows/{dataFlow}/delete")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, @PathVariable String dataFlow) {
        var found = flows.get(actor, dataFlow);
        return pages.askToDelete(model, "data-flows", "/data-flows", found.id(), found.type(), found.version());
    }

    @PostMapping("/data-flows/{dataFlow}/delete")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String dataFlow, @RequestParam long version) {
        var found = flows.get(actor, dataFlow);
        try {
            flows.delete(actor, found.id().toString(), version);
        } catch (Refusal.Conflict used) {
            flash.failed("flows.delete.refused");
            return "redirect:/data-flows/" + found.id();
        }
        flash.done("flows.deleted");
        return "redirect:/data-flows";
    }

    private String fresh(Actor actor, Model model, DataFlowFields fields, Errors errors) {
        pages.form(actor, model, fields, errors);
        choices.offer(actor, model, fields);
        return "flows/data-flow-new";
    }

    private String show(Actor actor, Model model, DataFlow found, DataFlowFields fields, Errors errors) {
        pages.form(actor, model, fields, errors);
        choices.offer(actor, model, fields);
        pages.rights(actor, model, PanelArea.DATA_FLOWS);
        model.addAttribute("found", found);
        return "flows/data-flow";
    }
}
