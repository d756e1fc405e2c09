package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers the box beside the form of a group: why a member may do something or not, were the form saved as it stands. */
@Controller
class ExplainPanel {
    private final Explanations explanations;
    private final Proposals proposals;
    private final GateSteps steps;

    ExplainPanel(Explanations explanations, Proposals proposals, GateSteps steps) {
        this.explanations = explanations;
        this.proposals = proposals;
        this.steps = steps;
    }

    /** The fields of the group's own form come along under their own names. */
    @PostMapping("/explain/panel")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    String answer(
            Actor actor,
            Model model,
            @RequestParam("explain.group") String group,
            @RequestParam(name = "explain.member", defaultValue = "") String member,
            @RequestParam(name = "explain.area", defaultValue = "") String area,
            @RequestParam(name = "explain.action", defaultValue = "") String action,
            @RequestParam MultiValueMap<String, String> form) {
        model.addAttribute("group", group);
        model.addAttribute("errors", Errors.none());
        try {
            var drafts = List.of(proposals.typed(actor, "group", group, form));
            var answer = explanations.explain(actor, member, area, action, drafts);
            var person = explanations.user(actor, member).toString();
            model.addAttribute("answer", answer.explained());
            model.addAttribute("steps", steps.of(answer.explained(), person, answer.application(), ""));
        } catch (Refusal.Invalid invalid) {
            model.addAttribute("errors", Errors.of(invalid));
        } catch (Refusal.NotFound missing) {
            model.addAttribute("errors", Errors.none().and("", missing.detail()));
        }
        return "explain/panel";
    }
}
