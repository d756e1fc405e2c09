package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
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
class ResellersApi {
    private final Resellers resellers;
    private final MergePatch patches;

    ResellersApi(Resellers resellers, MergePatch patches) {
        this.resellers = resellers;
        this.patches = patches;
    }

    record Answer(UUID id, String name, String key, boolean active, Instant createdAt, long version) {
        static Answer of(Reseller reseller) {
            return new Answer(
                    reseller.id().value(),
                    reseller.name(),
                    reseller.key(),
                    reseller.active(),
                    reseller.createdAt(),
                    reseller.version());
        }
    }

    @GetMapping("/api/v1/resellers")
    @Guarded(area = PanelArea.RESELLERS, action = Action.READ)
    Page<Answer> list(Actor actor, @RequestParam(defaultValue = "") String q, PageRequest page) {
        return resellers.list(actor, q, page).map(Answer::of);
    }

    @PostMapping("/api/v1/resellers")
    @Guarded(area = PanelArea.RESELLERS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody ResellerForm form) {
        var reseller = resellers.get(actor, resellers.create(actor, form));
        return ResponseEntity.created(URI.create("/api/v1/resellers/" + reseller.id()))
                .eTag(Long.toString(reseller.version()))
                .body(Answer.of(reseller));
    }

    @GetMapping("/api/v1/resellers/{reseller}")
    @Guarded(area = PanelArea.RESELLERS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String reseller) {
        return answer(resellers.get(actor, reseller));
    }

    @PatchMapping("/api/v1/resellers/{reseller}")
    @Guarded(area = PanelArea.RESELLERS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor, @PathVariable String reseller, IfMatch match, @RequestBody Patch<ResellerForm> patch) {
        var id = resellers.get(actor, reseller).id();
        resellers.edit(actor, id, match.version(), form -> patches.apply(form, patch, ResellerForm.class));
        return answer(resellers.get(actor, id));
    }

    @DeleteMapping("/api/v1/resellers/{reseller}")
    @Guarded(area = PanelArea.RESELLERS, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String reseller, IfMatch match) {
        resellers.delete(actor, resellers.get(actor, reseller).id(), match.version());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Answer> answer(Reseller reseller) {
        return ResponseEntity.ok().eTag(Long.toString(reseller.version())).body(Answer.of(reseller));
    }
}
