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
class PartnersApi {
    private final Partners partners;
    private final MergePatch patches;

    PartnersApi(Partners partners, MergePatch patches) {
        this.partners = partners;
        this.patches = patches;
    }

    record Answer(
            UUID id,
            String name,
            String key,
            @Nullable String reseller,
            boolean active,
            Instant createdAt,
            long version) {
        static Answer of(Partner partner) {
            var reseller = partner.reseller();
            return new Answer(
                    partner.id().value(),
                    partner.name(),
                    partner.key(),
                    reseller == null ? null : reseller.key(),
                    partner.active(),
                    partner.createdAt(),
                    partner.version());
        }
    }

    @GetMapping("/api/v1/partners")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String reseller,
            @RequestParam(required = false) @Nullable Boolean active,
            PageRequest page) {
        return partners.list(actor, new PartnerFilter(q, reseller, active), page)
                .map(Answer::of);
    }

    @PostMapping("/api/v1/partners")
    @Guarded(area = PanelArea.PARTNERS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody PartnerForm form) {
        var partner = partners.get(actor, partners.create(actor, form));
        return ResponseEntity.created(URI.create("/api/v1/partners/" + partner.id()))
                .eTag(Long.toString(partner.version()))
                .body(Answer.of(partner));
    }

    @GetMapping("/api/v1/partners/{partner}")
    @Guarded(area = PanelArea.PARTNERS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String partner) {
        return answer(partners.get(actor, partner));
    }

    @PatchMapping("/api/v1/partners/{partner}")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor, @PathVariable String partner, IfMatch match, @RequestBody Patch<PartnerForm> patch) {
        var id = partners.get(actor, partner).id();
        partners.edit(actor, id, match.version(), form -> patches.apply(form, patch, PartnerForm.class));
        return answer(partners.get(actor, id));
    }

    @DeleteMapping("/api/v1/partners/{partner}")
    @Guarded(area = PanelArea.PARTNERS, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String partner, IfMatch match) {
        partners.delete(actor, partners.get(actor, partner).id(), match.version());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Answer> answer(Partner partner) {
        return ResponseEntity.ok().eTag(Long.toString(partner.version())).body(Answer.of(partner));
    }
}
