package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Opens a refusal by the id that the refused person was told. */
@RestController
class DecisionsApi {
    private final Decisions decisions;

    DecisionsApi(Decisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/api/v1/decisions/{id}")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    DecisionAnswer show(Actor actor, @PathVariable UUID id) {
        return DecisionAnswer.of(decisions.get(actor, id));
    }
}
