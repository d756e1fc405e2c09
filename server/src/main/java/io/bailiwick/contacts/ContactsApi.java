package io.bailiwick.contacts;

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
class ContactsApi {
    private final Contacts contacts;
    private final MergePatch patches;

    ContactsApi(Contacts contacts, MergePatch patches) {
        this.contacts = contacts;
        this.patches = patches;
    }

    /** A contact as answered; `partner` is its key. */
    record Answer(
            UUID id,
            String partner,
            String name,
            String role,
            String email,
            String phone,
            String notes,
            Instant createdAt,
            Instant changedAt,
            @Nullable String changedBy,
            long version) {
        static Answer of(Contact contact) {
            return new Answer(
                    contact.id().value(),
                    contact.partner().key(),
                    contact.name(),
                    contact.role(),
                    contact.email(),
                    contact.phone(),
                    contact.notes(),
                    contact.createdAt(),
                    contact.changedAt(),
                    contact.changedBy().nameOrNull(),
                    contact.version());
        }
    }

    @GetMapping("/api/v1/contacts")
    @Guarded(area = PanelArea.CONTACTS, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            PageRequest page) {
        return contacts.list(actor, new ContactFilter(q, partner), page).map(Answer::of);
    }

    @PostMapping("/api/v1/contacts")
    @Guarded(area = PanelArea.CONTACTS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody ContactForm form) {
        var contact = contacts.get(actor, contacts.create(actor, form));
        return ResponseEntity.created(URI.create("/api/v1/contacts/" + contact.id()))
                .eTag(Long.toString(contact.version()))
                .body(Answer.of(contact));
    }

    @GetMapping("/api/v1/contacts/{contact}")
    @Guarded(area = PanelArea.CONTACTS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String contact) {
        return answer(contacts.get(actor, ContactId.read(contact)));
    }

    @PatchMapping("/api/v1/contacts/{contact}")
    @Guarded(area = PanelArea.CONTACTS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor, @PathVariable String contact, IfMatch match, @RequestBody Patch<ContactForm> patch) {
        var id = ContactId.read(contact);
        contacts.edit(actor, id, match.version(), form -> patches.apply(form, patch, ContactForm.class));
        return answer(contacts.get(actor, id));
    }

    @DeleteMapping("/api/v1/contacts/{contact}")
    @Guarded(area = PanelArea.CONTACTS, action = Action.DELETE)
    ResponseEntity<Void> delete(Actor actor, @PathVariable String contact, IfMatch match) {
        contacts.delete(actor, ContactId.read(contact), match.version());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Answer> answer(Contact contact) {
        return ResponseEntity.ok().eTag(Long.toString(contact.version())).body(Answer.of(contact));
    }
}
