package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of one refusal: as it was decided then, beside how it would be decided now. */
@Controller
class DecisionScreens {
    private final Decisions decisions;
    private final GateSteps steps;
    private final Explanations explanations;

    DecisionScreens(Decisions decisions, GateSteps steps, Explanations explanations) {
        this.decisions = decisions;
        this.steps = steps;
        this.explanations = explanations;
    }

    @GetMapping("/decisions/{id}")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable UUID id) {
        var decision = DecisionAnswer.of(decisions.get(actor, id));
        var now = decision.now();
        var person = now == null ? null : decision.user().id().toString();
        var partner = decision.partner() == null ? "" : decision.partner();
        model.addAttribute("decision", decision);
        model.addAttribute("application", explanations.applicationName(actor, decision.application()));
        model.addAttribute("person", person);
        model.addAttribute("thenSteps", steps.of(decision.then(), person, decision.application(), partner));
        model.addAttribute(
                "nowSteps", now == null ? List.of() : steps.of(now, person, decision.application(), partner));
        model.addAttribute("anew", anew(decision, partner));
        return "explain/decision";
    }

    /** The page on which the same can be asked, filled in. */
    private static String anew(DecisionAnswer decision, String partner) {
        return UriComponentsBuilder.fromPath("/explain")
                .queryParam("user", "{user}")
                .queryParam("application", "{application}")
                .queryParam("method", "{method}")
                .queryParam("path", "{path}")
                .queryParam("address", "{address}")
                .queryParam("partner", "{partner}")
                .encode()
                .buildAndExpand(
                        decision.user().id(),
                        decision.application(),
                        decision.method(),
                        decision.path(),
                        decision.address(),
                        partner)
                .toUriString();
    }
}
