package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
class AreasApi {
    private final Areas areas;
    private final MergePatch patches;

    AreasApi(Areas areas, MergePatch patches) {
        this.areas = areas;
        this.patches = patches;
    }

    record Answer(
            UUID id,
            UUID application,
            String applicationKey,
            String name,
            List<AreaForm.Path> paths,
            @OneOf(AreaGate.class) String gate,
            boolean builtin,
            @Nullable String tag,
            Instant createdAt,
            long version) {
        static Answer of(Area area) {
            return new Answer(
                    area.id().value(),
                    area.application().value(),
                    area.applicationKey(),
                    area.name(),
                    AreaForm.paths(area),
                    area.gate().word(),
                    area.builtin(),
                    area.tag(),
                    area.createdAt(),
                    area.version());
        }
    }

    @GetMapping("/api/v1/areas")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String application,
            PageRequest page) {
        return areas.list(actor, new AreaFilter(q, application), page).map(Answer::of);
    }

    @PostMapping("/api/v1/areas")
    @Guarded(area = PanelArea.AREAS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody AreaForm form) {
        var area = areas.create(actor, form);
        return ResponseEntity.created(URI.create("/api/v1/areas/" + area.id()))
                .eTag(Long.toString(area.version()))
                .body(Answer.of(area));
    }

    @GetMapping("/api/v1/areas/{area}")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String area) {
        return answer(get(actor, area));
    }

    @PatchMapping("/api/v1/areas/{area}")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    ResponseEntity<Answer> update(
            Actor actor,
            @PathVariable String area,
            IfMatch match,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestBody Patch<AreaForm> patch) {
        var id = get(actor, area).id();
        return answer(
                areas.update(actor, id, match.version(), form -> patches.apply(form, patch, AreaForm.class), confirm));
    }

    @DeleteMapping("/api/v1/areas/{area}")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    ResponseEntity<Void> delete(
            Actor actor,
            @PathVariable String area,
            IfMatch match,
            @RequestParam(required = false) @Nullable String confirm) {
        areas.delete(actor, get(actor, area).id(), match.version(), confirm);
        return ResponseEntity.noContent().build();
    }

    private Area get(Actor actor, String id) {
        return areas.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("area"));
    }

    private static ResponseEntity<Answer> answer(Area area) {
        return ResponseEntity.ok().eTag(Long.toString(area.version())).body(Answer.of(area));
    }
}
