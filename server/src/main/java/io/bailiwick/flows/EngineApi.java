package io.bailiwick.flows;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EngineApi {
    private final Engines engines;

    EngineApi(Engines engines) {
        this.engines = engines;
    }

    /** @param pending how many changes are not in effect yet */
    record Answer(
            @OneOf(EngineState.State.class) String state,
            long generation,
            long pending,
            int inFlight,
            @Nullable String reason,
            @Nullable Instant restartedAt,
            @Nullable String restartedBy) {
        static Answer of(EngineState engine) {
            return new Answer(
                    engine.state().word(),
                    engine.generation(),
                    engine.pending(),
                    engine.inFlight(),
                    engine.reason(),
                    engine.restartedAt(),
                    engine.restartedBy());
        }
    }

    @GetMapping("/api/v1/engine")
    @Guarded(area = PanelArea.ENGINE, action = Action.READ)
    Answer show(Actor actor) {
        return Answer.of(engines.state(actor));
    }

    @PostMapping("/api/v1/engine/restart")
    @Guarded(area = PanelArea.ENGINE, action = Action.UPDATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer restart(Actor actor) {
        engines.restart(actor);
        return Answer.of(engines.state(actor));
    }
}
