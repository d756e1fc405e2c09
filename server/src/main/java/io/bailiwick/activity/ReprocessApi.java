package io.bailiwick.activity;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReprocessApi {
    private final Reprocessing reprocessing;

    ReprocessApi(Reprocessing reprocessing) {
        this.reprocessing = reprocessing;
    }

    /** Which messages. */
    record Chosen(@Nullable List<String> ids) {}

    /** @param done how many have come to their end */
    record Answer(UUID id, int total, long done, long delivered, long failed) {
        static Answer of(Reprocessing.Run run) {
            return new Answer(run.id(), run.total(), run.done(), run.delivered(), run.failed());
        }
    }

    @PostMapping("/api/v1/messages/{message}/reprocess")
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    ResponseEntity<Answer> one(Actor actor, @PathVariable String message) {
        return begun(actor, List.of(message));
    }

    @PostMapping("/api/v1/messages/reprocess")
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    ResponseEntity<Answer> many(Actor actor, @RequestBody Chosen chosen) {
        return begun(actor, chosen.ids() == null ? List.of() : chosen.ids());
    }

    @GetMapping("/api/v1/messages/reprocess/{run}")
    @Guarded(area = PanelArea.REPROCESS, action = Action.READ)
    Answer show(Actor actor, @PathVariable String run) {
        return Answer.of(reprocessing.run(actor, run));
    }

    private ResponseEntity<Answer> begun(Actor actor, List<String> ids) {
        var run = reprocessing.begin(actor, ids).toString();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/messages/reprocess/" + run))
                .body(Answer.of(reprocessing.run(actor, run)));
    }
}
