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
class EndpointsApi {
    private final Endpoints endpoints;
    private final MergePatch patches;

    EndpointsApi(Endpoints endpoints, MergePatch patches) {
        this.endpoints = endpoints;
        this.patches = patches;
    }

    /**
     * An endpoint.
     *
     * @param url null for the kind `folder`
     * @param folder null for the kind `http`
     */
    record Answer(
            UUID id,
            String name,
            String key,
            @OneOf(Transport.class) String kind,
            @Nullable String url,
            @Nullable String folder,
            int attempts,
            Instant createdAt,
            long version) {
        static Answer of(Endpoint one) {
            return new Answer(
                    one.id(),
                    one.name(),
                    one.key(),
                    one.transport().word(),
                    one.url(),
                    one.folder(),
                    one.attempts(),
                    one.createdAt(),
                    one.version());
        }
    }

    @GetMapping("/api/v1/endpoints")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.READ)
    Page<Answer> list(Actor actor, @RequestParam(defaultValue = "") String q, PageRequest page) {
        return endpoints.list(actor, q, page).map(Answer::of);
    }

    @PostMapping("/api/v1/endpoints")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody EndpointForm form) {
        var made = endpoints.create(actor, form);
        return ResponseEntity.created(URI.create("/api/v1/endpoints/" + made.id()))
                .eTag(Long.toString(made.version()))
                .body(Answer.of(made));
    }

    @GetMapping("/api/v1/endpoints/{endpoint}")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String endpoint) {
        return answer(endpoints.get(actor, endpoint));
    }

    @PatchMapping("/api/v1/endpoints/{endpoint}")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor, @PathVariable String endpoint, IfMatch match, @RequestBody Patch<EndpointForm> patch) {
        return answer(endpoints.edit(
                actor, endpoint, match.version(), form -> patches.apply(form, patch, EndpointForm.class)));
    }

    @DeleteMapping("/api/v1/endpoints/{endpoint}")
    @Guarded(area = PanelArea.ENDPOINTS, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String endpoint, IfMatch match) {
        endpoints.delete(actor, endpoint, match.version());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Answer> answer(Endpoint one) {
        return ResponseEntity.ok().eTag(Long.toString(one.version())).body(Answer.of(one));
    }
}
