package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What areas and groups leave out, for a script. */
@RestController
class CoverageApi {
    private final Coverages coverages;

    CoverageApi(Coverages coverages) {
        this.coverages = coverages;
    }

    @GetMapping("/api/v1/coverage")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    Covered show(Actor actor) {
        return coverages.find(actor);
    }
}
