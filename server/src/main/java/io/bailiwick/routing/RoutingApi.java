package io.bailiwick.routing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
class RoutingApi {
    private final Routing routing;
    private final MergePatch patches;

    RoutingApi(Routing routing, MergePatch patches) {
        this.routing = routing;
        this.patches = patches;
    }

    /** A route as answered; `partner` is its key. */
    record Answer(
            UUID id,
            String prefix,
            String partner,
            int priority,
            Instant effectiveFrom,
            Instant createdAt,
            Instant changedAt,
            @Nullable String changedBy,
            long version) {
        static Answer of(Route route) {
            return new Answer(
                    route.id().value(),
                    route.prefix(),
                    route.partner().key(),
                    route.priority(),
                    route.effectiveFrom(),
                    route.createdAt(),
                    route.changedAt(),
                    route.changedBy().nameOrNull(),
                    route.version());
        }
    }

    /** What it shares its numbers with: routes of the same prefix, of the next shorter one, and how many of longer ones. */
    record Overlaps(List<UUID> same, List<UUID> shorter, long longer) {
        static Overlaps of(Neighbours neighbours) {
            return new Overlaps(ids(neighbours.alike()), ids(neighbours.shorter()), neighbours.longer());
        }

        private static List<UUID> ids(List<Route> routes) {
            return routes.stream().map(route -> route.id().value()).toList();
        }
    }

    record Shown(@JsonUnwrapped Answer route, Overlaps overlaps) {}

    /** Where a number goes; `route` is null when it goes nowhere. */
    record Found(String number, Instant at, @Nullable Answer route, List<Judged> candidates) {
        static Found of(Lookup lookup) {
            return new Found(
                    lookup.number(),
                    lookup.at(),
                    lookup.chosen().map(Answer::of).orElse(null),
                    lookup.candidates().stream()
                            .map(candidate -> new Judged(
                                    Answer.of(candidate.route()),
                                    candidate.verdict().word()))
                            .toList());
        }
    }

    record Judged(
            @JsonUnwrapped Answer route,
            @OneOf(Lookup.Verdict.class) String verdict) {}

    @GetMapping("/api/v1/routing")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            PageRequest page) {
        return routing.list(actor, new RouteFilter(q, partner), page).map(Answer::of);
    }

    @GetMapping("/api/v1/routing/lookup")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    Found lookup(
            Actor actor, @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String at) {
        return Found.of(routing.lookup(actor, number, at));
    }

    @PostMapping("/api/v1/routing")
    @Guarded(area = PanelArea.ROUTING, action = Action.CREATE)
    ResponseEntity<Shown> create(Actor actor, @RequestBody RouteForm form) {
        var route = routing.get(actor, routing.create(actor, form));
        return ResponseEntity.created(URI.create("/api/v1/routing/" + route.id()))
                .eTag(Long.toString(route.version()))
                .body(shown(actor, route));
    }

    @GetMapping("/api/v1/routing/{route}")
    @Guarded(area = PanelArea.ROUTING, action = Action.READ)
    ResponseEntity<Shown> show(Actor actor, @PathVariable String route) {
        return answer(actor, RouteId.read(route));
    }

    @PatchMapping("/api/v1/routing/{route}")
    @Guarded(area = PanelArea.ROUTING, action = Action.UPDATE)
    ResponseEntity<Shown> edit(
            Actor actor, @PathVariable String route, IfMatch match, @RequestBody Patch<RouteForm> patch) {
        var id = RouteId.read(route);
        routing.edit(actor, id, match.version(), form -> patches.apply(form, patch, RouteForm.class));
        return answer(actor, id);
    }

    @DeleteMapping("/api/v1/routing/{route}")
    @Guarded(area = PanelArea.ROUTING, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String route, IfMatch match) {
        routing.delete(actor, RouteId.read(route), match.version());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Shown> answer(Actor actor, RouteId id) {
        var route = routing.get(actor, id);
        return ResponseEntity.ok().eTag(Long.toString(route.version())).body(shown(actor, route));
    }

    private Shown shown(Actor actor, Route route) {
        return new Shown(Answer.of(route), Overlaps.of(routing.neighbours(actor, route)));
    }
}
