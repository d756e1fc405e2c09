package io.bailiwick.areas;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of one area, and of a new one, are made of. */
@Component
class AreaPage {
    private final Areas areas;
    private final ApplicationChoice applications;
    private final ApplicationPage application;
    private final Changes changes;
    private final Phrases phrases;

    AreaPage(
            Areas areas,
            ApplicationChoice applications,
            ApplicationPage application,
            Changes changes,
            Phrases phrases) {
        this.areas = areas;
        this.applications = applications;
        this.application = application;
        this.changes = changes;
        this.phrases = phrases;
    }

    Area get(Actor actor, String id) {
        return areas.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("area"));
    }

    String fresh(Actor actor, Model model, AreaFields fields, Errors errors) {
        model.addAttribute(
                "applications",
                applications.offered(actor, fields.application()).without(Application.COCKPIT));
        fields(model, fields, errors);
        return "areas/new";
    }

    String show(Actor actor, Model model, Area area, AreaFields fields, Errors errors) {
        model.addAttribute("shown", area);
        model.addAttribute("mayEdit", !area.builtin() && application.may(actor, Action.UPDATE));
        model.addAttribute("mayDelete", !area.builtin() && application.may(actor, Action.DELETE));
        fields(model, fields, errors);
        return "areas/area";
    }

    /** As typed, over what somebody else saved meanwhile. */
    String stale(Actor actor, Model model, HttpServletResponse response, Area saved, AreaFields fields) {
        response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
        var there = AreaFields.of(saved);
        var comparison = new Newer.Comparison()
                .field(phrases.text("areas.name"), there.name(), fields.name())
                .field(phrases.text("areas.paths"), there.paths(), fields.paths())
                .field(phrases.text("areas.gate"), gate(there), gate(fields));
        model.addAttribute("newer", changes.newer(actor, saved.id().value(), comparison));
        return show(actor, model, saved, fields, Errors.none());
    }

    private String gate(AreaFields fields) {
        return fields.gate().isEmpty() ? "" : phrases.text("areas.gate." + fields.gate());
    }

    private void fields(Model model, AreaFields fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "gates",
                Stream.of(AreaGate.values())
                        .filter(gate -> !gate.isBuiltInOnly())
                        .map(gate -> Option.of(
                                gate.word(),
                                phrases.text("areas.gate." + gate.word()),
                                phrases.text("areas.gate." + gate.word() + ".hint")))
                        .toList());
    }
}
