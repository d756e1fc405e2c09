package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReprocessApi {
    private final Reprocessing reprocessing;

    ReprocessApi(Reprocessing reprocessing) {
        this.reprocessing = reprocessing;
    }

    /**
     * Which messages: these, or all that match.
     *
     * @param ids named one by one, at most 1,000
     * @param matching all that the same filter finds as in lists, and that were counted before
     */
    record Chosen(@Nullable List<String> ids, @Nullable All matching) {}

    /** @param behind as the count said */
    record All(
            @Nullable String q,
            @Nullable String partner,
            @OneOf(Direction.class) @Nullable String direction,
            @OneOf(MessageState.class) @Nullable String state,
            @Nullable String type,
            @Nullable String from,
            @Nullable String to,
            @Nullable String behind) {
        MessageFilter filter() {
            return MessageQuery.filter(
                    given(q), given(partner), given(direction), given(state), given(type), given(from), given(to));
        }

        private static String given(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /** @param done how many have come to their end */
    record Answer(UUID id, long total, long done, long delivered, long failed) {
        static Answer of(Reprocessing.Run run) {
            return new Answer(run.id(), run.total(), run.done(), run.delivered(), run.failed());
        }
    }

    @PostMapping("/api/v1/messages/{message}/reprocess")
    @Wire(statuses = 202)
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    ResponseEntity<Answer> one(Actor actor, @PathVariable String message) {
        return begun(actor, List.of(message));
    }

    @PostMapping("/api/v1/messages/reprocess")
    @Wire(statuses = 202)
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    ResponseEntity<Answer> many(Actor actor, @RequestBody Chosen chosen) {
        var all = chosen.matching();
        if (all == null) {
            return begun(actor, chosen.ids() == null ? List.of() : chosen.ids());
        }
        if (chosen.ids() != null) {
            throw new Refusal.Invalid("ids", "Name them one by one, or say which match, not both.");
        }
        var behind = Ids.read(all.behind()).orElse(null);
        if (behind == null) {
            throw new Refusal.Invalid(
                    "matching.behind",
                    "Ask `GET /api/v1/messages/reprocess/matching` first how many there are: it says this.");
        }
        return begun(actor, reprocessing.beginAll(actor, all.filter(), behind));
    }

    @GetMapping("/api/v1/messages/reprocess/matching")
    @Guarded(area = PanelArea.REPROCESS, action = Action.READ)
    Matching matching(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            @OneOf(Direction.class) @RequestParam(defaultValue = "") String direction,
            @OneOf(MessageState.class) @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return reprocessing.matching(actor, MessageQuery.filter(q, partner, direction, state, type, from, to));
    }

    @GetMapping("/api/v1/messages/reprocess/{run}")
    @Guarded(area = PanelArea.REPROCESS, action = Action.READ)
    Answer show(Actor actor, @PathVariable String run) {
        return Answer.of(reprocessing.run(actor, run));
    }

    private ResponseEntity<Answer> begun(Actor actor, List<String> ids) {
        return begun(actor, reprocessing.begin(actor, ids));
    }

    private ResponseEntity<Answer> begun(Actor actor, UUID begun) {
        var run = begun.toString();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/messages/reprocess/" + run))
                .body(Answer.of(reprocessing.run(actor, run)));
    }
}
