package io.bailiwick.contacts;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new contact, and one contact. */
@Controller
class ContactScreen {
    private final Contacts contacts;
    private final ContactPages pages;

    ContactScreen(Contacts contacts, ContactPages pages) {
        this.contacts = contacts;
        this.pages = pages;
    }

    @GetMapping("/contacts/new")
    @Guarded(area = PanelArea.CONTACTS, action = Action.CREATE)
    String fresh(Actor actor, Model model, @RequestParam(defaultValue = "") String partner) {
        return pages.fresh(actor, model, ContactFields.empty(partner), Errors.none());
    }

    @PostMapping("/contacts")
    @Guarded(area = PanelArea.CONTACTS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @ModelAttribute("fields") ContactFields fields) {
        try {
            var id = contacts.create(actor, fields.form());
            flash.done("contacts.created", fields.name().strip());
            return "redirect:/contacts/" + id;
        } catch (Refusal.Invalid refused) {
            return pages.fresh(actor, model, fields, Errors.refused(response, refused, "name"));
        }
    }

    @GetMapping("/contacts/{contact}")
    @Guarded(area = PanelArea.CONTACTS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String contact) {
        var found = contacts.get(actor, ContactId.read(contact));
        return pages.show(actor, model, found, ContactFields.of(found), Errors.none());
    }

    @PostMapping("/contacts/{contact}")
    @Guarded(area = PanelArea.CONTACTS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String contact,
            @RequestParam long version,
            @ModelAttribute("fields") ContactFields fields) {
        var found = contacts.get(actor, ContactId.read(contact));
        try {
            contacts.edit(actor, found.id(), version, form -> fields.form());
            flash.done("contacts.saved", fields.name().strip());
            return "redirect:/contacts/" + found.id();
        } catch (Refusal.Stale stale) {
            return pages.stale(actor, model, response, stale, contacts.get(actor, found.id()), fields);
        } catch (Refusal.Invalid refused) {
            return pages.show(actor, model, found, fields, Errors.refused(response, refused, "name"));
        }
    }
}
