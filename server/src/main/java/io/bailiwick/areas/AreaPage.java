package io.bailiwick.areas;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Option;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of one area, and of a new one, are made of. */
@Component
class AreaPage {
    private static final PageRequest APPLICATIONS = new PageRequest(List.of("name"), Page.MOST, null);

    private final Areas areas;
    private final Applications applications;
    private final ApplicationPage application;
    private final Phrases phrases;

    AreaPage(Areas areas, Applications applications, ApplicationPage application, MessageSource messages) {
        this.areas = areas;
        this.applications = applications;
        this.application = application;
        this.phrases = new Phrases(messages);
    }

    Area get(Actor actor, String id) {
        return areas.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("area"));
    }

    String fresh(Actor actor, Model model, AreaFields fields, Errors errors) {
        model.addAttribute("applications", applications(actor, false));
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

    /** Applications to choose from, by name. */
    List<Option> applications(Actor actor, boolean withBuiltIn) {
        return applications.list(actor, null, APPLICATIONS).items().stream()
                .filter(each -> withBuiltIn || !each.builtin())
                .map(each -> Option.of(each.key(), each.name(), each.key()))
                .toList();
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
