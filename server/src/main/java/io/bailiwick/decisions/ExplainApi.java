package io.bailiwick.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.decisions.Explanations.Answer;
import io.bailiwick.decisions.Explanations.Question;
import io.bailiwick.engine.GateFinding;
import io.bailiwick.engine.GroupFinding;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.model.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains a decision to a script: every gate with what it looked at. */
@RestController
class ExplainApi {
    private final Explanations explanations;

    ExplainApi(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/api/v1/explain")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    Explained explain(
            Actor actor,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String application) {
        return Explained.of(
                explanations.explain(actor, new Question(user, method, path, address, partner, application)));
    }

    /** The explanation on the wire. What is not known is null. */
    record Explained(
            boolean allowed,
            @Nullable String gate,
            String reason,
            @Nullable String area,
            @Nullable UUID areaId,
            @Nullable String pattern,
            @Nullable String action,
            Sight scope,
            List<GateLine> gates,
            List<GroupLine> groups,
            List<String> remedies) {

        static Explained of(Answer answer) {
            var explanation = answer.explanation();
            var gate = answer.gate();
            var place = explanation.location();
            var pattern = place == null ? null : place.pattern();
            var action = place == null ? null : place.action();
            return new Explained(
                    explanation.decision().allowed(),
                    gate == null ? null : gate.word(),
                    explanation.decision().reason(),
                    place == null ? null : place.area().name(),
                    place == null ? null : place.area().id(),
                    pattern == null ? null : pattern.pattern().text(),
                    action == null ? null : action.word(),
                    Sight.of(answer.panel(), explanation.scope()),
                    answer.gates().stream().map(GateLine::of).toList(),
                    explanation.groups().stream().map(GroupLine::of).toList(),
                    explanation.remedies());
        }
    }

    /** One gate; {@code open} is null when it was not judged. */
    record GateLine(String gate, @Nullable Boolean open, String detail, @Nullable String remedy) {
        static GateLine of(GateFinding finding) {
            return new GateLine(
                    finding.gate().word(),
                    switch (finding.state()) {
                        case OPEN -> true;
                        case CLOSED -> false;
                        case NOT_JUDGED -> null;
                    },
                    finding.detail(),
                    finding.remedy());
        }
    }

    /** What one of the user's groups says. */
    record GroupLine(
            UUID id, String name, boolean allowedByDefault, List<RuleLine> allowing, List<RuleLine> denying) {
        static GroupLine of(GroupFinding finding) {
            return new GroupLine(
                    finding.group().id(),
                    finding.group().name(),
                    finding.allowedByDefault(),
                    finding.allowing().stream().map(RuleLine::of).toList(),
                    finding.denying().stream().map(RuleLine::of).toList());
        }
    }

    /** A rule that says something about the area, named for its own area. */
    record RuleLine(UUID area, String name, List<String> access) {
        static RuleLine of(GroupFinding.RuleFinding finding) {
            return new RuleLine(
                    finding.area().id(),
                    finding.area().name(),
                    finding.rule().access().words());
        }
    }

    /** Whose data is seen, with keys. */
    record Sight(
            String mode,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> partners,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reseller) {
        static Sight of(Panel panel, Scope scope) {
            return new Sight(
                    scope.mode().word(),
                    scope.mode() == Scope.Mode.SELECTED
                            ? scope.partners().stream().map(panel::partner).sorted().toList()
                            : null,
                    panel.reseller(scope.reseller()));
        }
    }
}
