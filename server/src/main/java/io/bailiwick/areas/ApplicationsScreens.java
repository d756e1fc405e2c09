package io.bailiwick.areas;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.ListLinks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of applications: the list, a new one, one application. */
@Controller
class ApplicationsScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Applications applications;
    private final ApplicationPage page;
    private final Guard guard;

    ApplicationsScreens(Applications applications, ApplicationPage page, Guard guard) {
        this.applications = applications;
        this.page = page;
        this.guard = guard;
    }

    @GetMapping("/applications")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        var found = applications.list(actor, q, request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/applications", Map.of("q", q), sort);
        model.addAttribute("page", found);
        model.addAttribute("all", q.isEmpty() ? found : applications.list(actor, "", ONE));
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("byName", links.sort("name"));
        model.addAttribute("byCreation", links.sort("createdAt"));
        model.addAttribute("next", links.next(found.next()));
        model.addAttribute("mayCreate", page.may(actor, Action.CREATE));
        return "applications/list";
    }

    @GetMapping("/applications/new")
    @Guarded(area = PanelArea.AREAS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        Structure.require(guard, actor);
        return form(model, new ApplicationFields("", "", ""), Errors.none());
    }

    @PostMapping("/applications")
    @Guarded(area = PanelArea.AREAS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String origins) {
        var fields = new ApplicationFields(name, key, origins);
        try {
            var application = applications.create(actor, fields.form());
            flash.done("applications.created", application.name());
            return "redirect:/applications/" + application.id();
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, fields, fields.errors(refused));
        }
    }

    @GetMapping("/applications/{application}")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String application) {
        return page.show(actor, model, page.get(actor, application));
    }

    @PostMapping("/applications/{application}")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String application,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String origins) {
        var found = page.get(actor, application);
        var fields = new ApplicationFields(name, key, origins);
        try {
            applications.update(actor, found.id(), version, form -> fields.form());
            flash.done("applications.saved", name.strip());
            return "redirect:/applications/" + found.id();
        } catch (Refusal.Stale stale) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            return page.stale(actor, model, page.get(actor, application), fields);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(actor, model, found, fields, fields.errors(refused), "", Errors.none());
        }
    }

    private static String form(Model model, ApplicationFields fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        return "applications/new";
    }
}
