package io.bailiwick.flows;

import com.fasterxml.jackson.annotation.JsonInclude;
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
class AccessPointsApi {
    private final AccessPoints points;
    private final MergePatch patches;

    AccessPointsApi(AccessPoints points, MergePatch patches) {
        this.points = points;
        this.patches = patches;
    }

    /**
     * An access point.
     *
     * @param path where it takes messages by HTTP; null for the kind `folder`
     * @param folder the folder that is watched; null for the kind `http`
     * @param secret what its senders show; only when it was just made
     */
    record Answer(
            UUID id,
            String name,
            String key,
            @OneOf(Transport.class) String kind,
            @Nullable String path,
            @Nullable String folder,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret,

            Instant createdAt,
            long version) {
        static Answer of(AccessPoints.Opened opened) {
            var secret = opened.secret();
            return of(opened.point(), secret == null ? null : secret.text());
        }

        static Answer of(AccessPoint one) {
            return of(one, null);
        }

        private static Answer of(AccessPoint one, @Nullable String secret) {
            return new Answer(
                    one.id(),
                    one.name(),
                    one.key(),
                    one.transport().word(),
                    one.transport() == Transport.HTTP ? one.path() : null,
                    one.folder(),
                    secret,
                    one.createdAt(),
                    one.version());
        }
    }

    @GetMapping("/api/v1/access-points")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.READ)
    Page<Answer> list(Actor actor, @RequestParam(defaultValue = "") String q, PageRequest page) {
        return points.list(actor, q, page).map(Answer::of);
    }

    @PostMapping("/api/v1/access-points")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody AccessPointForm form) {
        var made = points.create(actor, form);
        return ResponseEntity.created(
                        URI.create("/api/v1/access-points/" + made.point().id()))
                .eTag(Long.toString(made.point().version()))
                .body(Answer.of(made));
    }

    @PostMapping("/api/v1/access-points/{accessPoint}/secret")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.UPDATE)
    Answer renew(Actor actor, @PathVariable String accessPoint, IfMatch match) {
        return Answer.of(points.renew(actor, accessPoint, match.version()));
    }

    @GetMapping("/api/v1/access-points/{accessPoint}")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String accessPoint) {
        return answer(points.get(actor, accessPoint));
    }

    @PatchMapping("/api/v1/access-points/{accessPoint}")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor, @PathVariable String accessPoint, IfMatch match, @RequestBody Patch<AccessPointForm> patch) {
        return answer(points.edit(
                actor, accessPoint, match.version(), form -> patches.apply(form, patch, AccessPointForm.class)));
    }

    @DeleteMapping("/api/v1/access-points/{accessPoint}")
    @Guarded(area = PanelArea.ACCESS_POINTS, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String accessPoint, IfMatch match) {
        points.delete(actor, accessPoint, match.version());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Answer> answer(AccessPoint one) {
        return ResponseEntity.ok().eTag(Long.toString(one.version())).body(Answer.of(one));
    }
}
