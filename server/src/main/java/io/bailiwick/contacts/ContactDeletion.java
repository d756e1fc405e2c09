package io.bailiwick.contacts;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deleting a contact, which is asked once. */
@Controller
class ContactDeletion {
    private final Contacts contacts;
    private final Phrases phrases;

    ContactDeletion(Contacts contacts, Phrases phrases) {
        this.contacts = contacts;
        this.phrases = phrases;
    }

    @GetMapping("/contacts/{contact}/delete")
    @Guarded(area = PanelArea.CONTACTS, action = Action.DELETE)
    String ask(Actor actor, Model model, @PathVariable String contact) {
        var found = contacts.get(actor, ContactId.read(contact));
        var here = "/contacts/" + found.id();
        return new Confirmation(
                        phrases.text("contacts.delete.title", found.name()),
                        phrases.text(
                                "contacts.delete.consequence", found.partner().name()),
                        List.of(),
                        here + "/delete",
                        List.of(new Confirmation.Field("version", Long.toString(found.version()))),
                        phrases.text("contacts.delete.button", found.name()),
                        here,
                        true)
                .in(
                        model,
                        Crumb.of(phrases.text("ui.nav.carrier")),
                        Crumb.of(phrases.text("contacts.title"), "/contacts"),
                        Crumb.of(found.name(), here));
    }

    @PostMapping("/contacts/{contact}/delete")
    @Guarded(area = PanelArea.CONTACTS, action = Action.DELETE)
    String delete(Actor actor, Flash flash, @PathVariable String contact, @RequestParam long version) {
        var found = contacts.get(actor, ContactId.read(contact));
        try {
            contacts.delete(actor, found.id(), version);
        } catch (Refusal.Stale stale) {
            flash.failed("contacts.delete.stale", found.name());
            return "redirect:/contacts/" + found.id();
        }
        flash.done("contacts.deleted", found.name());
        return "redirect:/contacts";
    }
}
