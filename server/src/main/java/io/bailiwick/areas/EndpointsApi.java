package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application's endpoints, and placing those that no area covers. */
@RestController
class EndpointsApi {
    private final Applications applications;
    private final Endpoints endpoints;

    EndpointsApi(Applications applications, Endpoints endpoints) {
        this.applications = applications;
        this.endpoints = endpoints;
    }

    @GetMapping("/api/v1/applications/{application}/endpoints")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    Page<Endpoint> list(
            Actor actor,
            @PathVariable String application,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Boolean placed,
            PageRequest page) {
        return endpoints.list(actor, id(actor, application), new Endpoints.Filter(q, placed), page);
    }

    /**
     * What is to be placed.
     *
     * @param paths which paths; all that wait when left out
     * @param area the area that takes them; for each the one of its tag when left out
     */
    record Placement(@Nullable List<String> paths, @Nullable String area) {}

    @PostMapping("/api/v1/applications/{application}/placements")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    ImportReport place(
            Actor actor,
            @PathVariable String application,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestBody Placement placement) {
        var paths = placement.paths() == null ? null : new LinkedHashSet<>(placement.paths());
        return endpoints.place(actor, id(actor, application), paths, placement.area(), confirm);
    }

    private ApplicationId id(Actor actor, String reference) {
        return applications
                .find(actor.account(), reference)
                .orElseThrow(() -> new Refusal.NotFound("application"))
                .id();
    }
}
