package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.EffectAnswer;
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
class ApplicationsApi {
    private final Applications applications;
    private final OpenApiImports imports;
    private final MergePatch patches;

    ApplicationsApi(Applications applications, OpenApiImports imports, MergePatch patches) {
        this.applications = applications;
        this.imports = imports;
        this.patches = patches;
    }

    record Answer(
            UUID id,
            String name,
            String key,
            boolean builtin,
            List<String> origins,
            int areas,
            Instant createdAt,
            long version) {
        static Answer of(Application application) {
            return new Answer(
                    application.id().value(),
                    application.name(),
                    application.key(),
                    application.builtin(),
                    application.origins(),
                    application.areas(),
                    application.createdAt(),
                    application.version());
        }
    }

    @GetMapping("/api/v1/applications")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    Page<Answer> list(Actor actor, @RequestParam(required = false) @Nullable String q, PageRequest page) {
        return applications.list(actor, q, page).map(Answer::of);
    }

    @PostMapping("/api/v1/applications")
    @Guarded(area = PanelArea.AREAS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody ApplicationForm form) {
        var application = applications.create(actor, form);
        return ResponseEntity.created(URI.create("/api/v1/applications/" + application.id()))
                .eTag(Long.toString(application.version()))
                .body(Answer.of(application));
    }

    @GetMapping("/api/v1/applications/{application}")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String application) {
        return answer(get(actor, application));
    }

    @PatchMapping("/api/v1/applications/{application}")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    ResponseEntity<Answer> update(
            Actor actor, @PathVariable String application, IfMatch match, @RequestBody Patch<ApplicationForm> patch) {
        var id = get(actor, application).id();
        return answer(applications.update(
                actor, id, match.version(), form -> patches.apply(form, patch, ApplicationForm.class)));
    }

    @DeleteMapping("/api/v1/applications/{application}")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    ResponseEntity<Void> delete(
            Actor actor,
            @PathVariable String application,
            IfMatch match,
            @RequestParam(required = false) @Nullable String confirm) {
        applications.delete(actor, get(actor, application).id(), match.version(), confirm);
        return ResponseEntity.noContent().build();
    }

    /** Who would gain and who would lose what by the deletion. */
    @PostMapping("/api/v1/applications/{application}/preview-deletion")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    EffectAnswer previewDeletion(Actor actor, @PathVariable String application, IfMatch match, PageRequest page) {
        var id = get(actor, application).id();
        return EffectAnswer.of(applications.previewDeletion(actor, id, match.version(), page));
    }

    @PostMapping(
            path = "/api/v1/applications/{application}/openapi",
            consumes = {"application/json", "application/yaml", "application/x-yaml", "text/yaml"})
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    ImportReport takeOver(
            Actor actor,
            @PathVariable String application,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String place,
            IfMatch match,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestBody byte[] document) {
        var id = get(actor, application).id();
        var all = placesAll(place);
        return preview
                ? imports.preview(actor, id, document, all)
                : imports.apply(actor, id, document, all, match.version(), confirm);
    }

    private static boolean placesAll(@Nullable String place) {
        if (place != null && !place.equals("all")) {
            throw new Refusal.Invalid(
                    "place", "`place` is `all`, or left out: then new endpoints wait to be placed one by one.");
        }
        return place != null;
    }

    private Application get(Actor actor, String reference) {
        return applications.find(actor.account(), reference).orElseThrow(() -> new Refusal.NotFound("application"));
    }

    private static ResponseEntity<Answer> answer(Application application) {
        return ResponseEntity.ok().eTag(Long.toString(application.version())).body(Answer.of(application));
    }
}
