package io.bailiwick.flows;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.tokens.Secret;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of access points. */
@Controller
class AccessPointScreens {
    private final AccessPoints points;
    private final FlowPages pages;

    AccessPointScreens(AccessPoints points, FlowPages pages) {
        this.points = points;
        this.pages = pages;
    }

    @GetMapping("/access-points")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        var page = points.list(actor, q, request);
        pages.list(actor, model, PanelArea.ACCESS_POINTS, new FlowPages.Listed("/access-points", q, ""), page);
        model.addAttribute("all", !q.isEmpty() ? points.list(actor, "", FlowPages.ONE) : page);
        return "flows/access-points";
    }

    @GetMapping("/access-points/new")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return fresh(actor, model, AccessPointFields.EMPTY, Errors.none());
    }

    @PostMapping("/access-points")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") AccessPointFields fields) {
        try {
            var made = points.create(actor, fields.form());
            if (made.secret() != null) {
                return opened(actor, model, made.point(), made.secret());
            }
            flash.done("flows.created", made.point().name());
            return "redirect:/access-points/" + made.point().id();
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return fresh(actor, model, fields, Errors.refused(response, refused, "key"));
        }
    }

    @GetMapping("/access-points/{accessPoint}")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String accessPoint) {
        var found = points.get(actor, accessPoint);
        return show(actor, model, found, AccessPointFields.of(found), Errors.none());
    }

    @PostMapping("/access-points/{accessPoint}")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String accessPoint,
            @RequestParam long version,
            @ModelAttribute("fields") AccessPointFields fields) {
        var found = points.get(actor, accessPoint);
        try {
            points.edit(actor, found.id().toString(), version, form -> fields.form());
            flash.done("flows.saved");
            return "redirect:/access-points/" + found.id();
        } catch (Refusal.Stale stale) {
            var saved = points.get(actor, found.id().toString());
            pages.newer(actor, model, saved.id(), fields.against(saved, pages.phrases()));
            return show(actor, model, saved, fields, Errors.refused(response, stale, ""));
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return show(actor, model, found, fields, Errors.refused(response, refused, "key"));
        }
    }

    @GetMapping("/access-points/{accessPoint}/delete")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, Flash flash, @PathVariable String accessPoint) {
        var found = points.get(actor, accessPoint);
        if (points.uses(actor, found) > 0) {
            flash.failed("flows.delete.refused");
            return "redirect:/access-points/" + found.id();
        }
        return pages.askToDelete(model, "access-points", "/access-points", found.id(), found.name(), found.version());
    }

    @PostMapping("/access-points/{accessPoint}/delete")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String accessPoint, @RequestParam long version) {
        var found = points.get(actor, accessPoint);
        try {
            points.delete(actor, found.id().toString(), version);
        } catch (Refusal.Conflict used) {
            flash.failed("flows.delete.refused");
            return "redirect:/access-points/" + found.id();
        }
        flash.done("flows.deleted");
        return "redirect:/access-points";
    }

    @PostMapping("/access-points/{accessPoint}/secret")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.UPDATE)
    String renew(Actor actor, Model model, @PathVariable String accessPoint, @RequestParam long version) {
        var renewed = points.renew(actor, accessPoint, version);
        return opened(actor, model, renewed.point(), Objects.requireNonNull(renewed.secret()));
    }

    /** Shows the secret this once: it is in no address, cookie or log. */
    private String opened(Actor actor, Model model, AccessPoint point, Secret secret) {
        model.addAttribute("found", point);
        model.addAttribute("secret", secret.text());
        model.addAttribute("address", pages.address(actor, point));
        return "flows/access-point-secret";
    }

    private String fresh(Actor actor, Model model, AccessPointFields fields, Errors errors) {
        pages.form(actor, model, fields, errors);
        pages.folders(model);
        return "flows/access-point-new";
    }

    private String show(Actor actor, Model model, AccessPoint found, AccessPointFields fields, Errors errors) {
        pages.form(actor, model, fields, errors);
        pages.rights(actor, model, PanelArea.ACCESS_POINTS);
        model.addAttribute("found", found);
        model.addAttribute("uses", points.uses(actor, found));
        model.addAttribute("address", pages.address(actor, found));
        return "flows/access-point";
    }
}
