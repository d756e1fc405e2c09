package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of areas, and the applications that they may belong to. */
@Controller
class AreasScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Areas areas;
    private final ApplicationChoice applications;
    private final ApplicationPage application;

    AreasScreens(Areas areas, ApplicationChoice applications, ApplicationPage application) {
        this.areas = areas;
        this.applications = applications;
        this.application = application;
    }

    @GetMapping("/areas")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "application", defaultValue = "") String within,
            PageRequest request) {
        var found = areas.list(actor, new AreaFilter(q, within), request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/areas", Map.of("q", q, "application", within), sort);
        var filtered = !(q + within).isEmpty();
        model.addAttribute("page", found);
        model.addAttribute("all", filtered ? areas.list(actor, new AreaFilter("", ""), ONE) : found);
        model.addAttribute("q", q);
        model.addAttribute("within", within);
        model.addAttribute("applications", applications.offered(actor, within));
        model.addAttribute("sort", sort);
        model.addAttribute("byName", links.sort("name"));
        model.addAttribute("next", links.next(found.next()));
        model.addAttribute("mayCreate", application.may(actor, Action.CREATE));
        return "areas/list";
    }

    @GetMapping("/areas/applications")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String applications(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean own) {
        var found = applications.matching(actor, q);
        model.addAttribute("offered", own ? found.without(Application.COCKPIT) : found);
        return Offered.VIEW;
    }
}
