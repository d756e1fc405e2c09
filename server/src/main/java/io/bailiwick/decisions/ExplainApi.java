package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
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
        return explanations.explain(actor, new Question(user, method, path, address, partner, application));
    }
}
