package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Option;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of an application's endpoints. */
@Controller
class EndpointsScreens {
    private final Endpoints endpoints;
    private final Areas areas;
    private final ApplicationPage page;

    EndpointsScreens(Endpoints endpoints, Areas areas, ApplicationPage page) {
        this.endpoints = endpoints;
        this.areas = areas;
        this.page = page;
    }

    @GetMapping("/applications/{application}/endpoints")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @PathVariable String application,
            @RequestParam MultiValueMap<String, String> asked) {
        var found = page.get(actor, application);
        var view = EndpointsView.read(asked);
        var after = view.after().isEmpty() ? null : view.after();
        var shown = endpoints.list(actor, found.id(), view.filter(), new PageRequest(List.of(), 100, after));
        model.addAttribute("application", found);
        model.addAttribute("endpoints", shown);
        model.addAttribute("count", endpoints.count(actor, found.id()));
        model.addAttribute("q", view.q());
        model.addAttribute("placed", view.placed());
        model.addAttribute("fields", view.fields());
        model.addAttribute("next", view.next(found, shown.next()));
        model.addAttribute("mayEdit", !found.builtin() && page.may(actor, Action.UPDATE));
        model.addAttribute(
                "targets",
                areas.of(actor.account(), found.id()).stream()
                        .map(area -> Option.of(area.id().toString(), area.name()))
                        .toList());
        return "applications/endpoints";
    }
}
