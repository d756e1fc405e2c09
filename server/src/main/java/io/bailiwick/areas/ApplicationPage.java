package io.bailiwick.areas;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one application is made of; drawn anew by whoever had to refuse one of its forms. */
@Component
class ApplicationPage {
    private static final Endpoints.Filter WAITING = new Endpoints.Filter("", false);
    private static final PageRequest FEW = new PageRequest(List.of(), 10, null);
    private static final PageRequest AREAS = new PageRequest(List.of("name"), 200, null);

    private final Applications applications;
    private final Areas areas;
    private final Endpoints endpoints;
    private final Guard guard;
    private final Changes changes;
    private final Phrases phrases;

    ApplicationPage(
            Applications applications,
            Areas areas,
            Endpoints endpoints,
            Guard guard,
            Changes changes,
            Phrases phrases) {
        this.applications = applications;
        this.areas = areas;
        this.endpoints = endpoints;
        this.guard = guard;
        this.changes = changes;
        this.phrases = phrases;
    }

    Application get(Actor actor, String reference) {
        return applications.find(actor.account(), reference).orElseThrow(() -> new Refusal.NotFound("application"));
    }

    /** Whether the actor may change applications and areas like that: structure is for unrestricted Administrators. */
    boolean may(Actor actor, Action action) {
        return guard.isUnrestricted(actor) && guard.may(actor, PanelArea.AREAS, action);
    }

    String show(Actor actor, Model model, Application application) {
        return show(actor, model, application, ApplicationFields.of(application), Errors.none(), "", Errors.none());
    }

    /** As typed, over what somebody else saved meanwhile. */
    String stale(Actor actor, Model model, Application saved, ApplicationFields fields) {
        var there = ApplicationFields.of(saved);
        var comparison = new Newer.Comparison()
                .field(phrases.text("applications.name"), there.name(), fields.name())
                .field(phrases.text("applications.key"), there.key(), fields.key())
                .field(phrases.text("applications.origins"), there.origins(), fields.origins());
        model.addAttribute("newer", changes.newer(actor, saved.id().value(), comparison));
        return show(actor, model, saved, fields, Errors.none(), "", Errors.none());
    }

    String show(
            Actor actor,
            Model model,
            Application application,
            ApplicationFields fields,
            Errors errors,
            String document,
            Errors importErrors) {
        var found = areas.list(actor, new AreaFilter(null, application.id().toString()), AREAS);
        model.addAttribute("application", application);
        model.addAttribute("areas", found);
        model.addAttribute("endpoints", endpoints.count(actor, application.id()));
        model.addAttribute("waiting", endpoints.list(actor, application.id(), WAITING, FEW));
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("document", document);
        model.addAttribute("importErrors", importErrors);
        model.addAttribute("mayCreate", !application.builtin() && may(actor, Action.CREATE));
        model.addAttribute("mayEdit", !application.builtin() && may(actor, Action.UPDATE));
        model.addAttribute("mayDelete", !application.builtin() && may(actor, Action.DELETE));
        return "applications/application";
    }
}
