package io.bailiwick.flows;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DataFlowsApi {
    private final DataFlows flows;
    private final MergePatch patches;

    DataFlowsApi(DataFlows flows, MergePatch patches) {
        this.flows = flows;
        this.patches = patches;
    }

    record Answer(
            UUID id,
            String accessPoint,
            String partner,
            String endpoint,
            @OneOf(Direction.class) String direction,
            String type,
            Instant createdAt,
            long version) {
        static Answer of(DataFlow one) {
            return new Answer(
                    one.id(),
                    one.accessPoint().key(),
                    one.partner().key(),
                    one.endpoint().key(),
                    one.direction().word(),
                    one.type(),
                    one.createdAt(),
                    one.version());
        }
    }

    @GetMapping("/api/v1/data-flows")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            PageRequest page) {
        return flows.list(actor, q, partner, page).map(Answer::of);
    }

    @PostMapping("/api/v1/data-flows")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody DataFlowForm form) {
        var made = flows.create(actor, form);
        return ResponseEntity.created(URI.create("/api/v1/data-flows/" + made.id()))
                .eTag(Long.toString(made.version()))
                .body(Answer.of(made));
    }

    @GetMapping("/api/v1/data-flows/{dataFlow}")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String dataFlow) {
        return answer(flows.get(actor, dataFlow));
    }

    @PatchMapping("/api/v1/data-flows/{dataFlow}")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor, @PathVariable String dataFlow, IfMatch match, @RequestBody Patch<DataFlowForm> patch) {
        return answer(
                flows.edit(actor, dataFlow, match.version(), form -> patches.apply(form, patch, DataFlowForm.class)));
    }

    @DeleteMapping("/api/v1/data-flows/{dataFlow}")
    @Guarded(area = PanelArea.DATA_FLOWS, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String dataFlow, IfMatch match) {
        flows.delete(actor, dataFlow, match.version());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Answer> answer(DataFlow one) {
        return ResponseEntity.ok().eTag(Long.toString(one.version())).body(Answer.of(one));
    }
}
