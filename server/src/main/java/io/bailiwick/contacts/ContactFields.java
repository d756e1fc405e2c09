package io.bailiwick.contacts;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.Objects;

/** The form of a contact as typed; what was not sent is empty. */
public record ContactFields(String partner, String name, String role, String email, String phone, String notes) {
    public ContactFields {
        partner = Objects.requireNonNullElse(partner, "");
        name = Objects.requireNonNullElse(name, "");
        role = Objects.requireNonNullElse(role, "");
        email = Objects.requireNonNullElse(email, "");
        phone = Objects.requireNonNullElse(phone, "");
        notes = Objects.requireNonNullElse(notes, "");
    }

    static ContactFields empty(String partner) {
        return new ContactFields(partner, "", "", "", "", "");
    }

    static ContactFields of(Contact contact) {
        return new ContactFields(
                contact.partner().key(),
                contact.name(),
                contact.role(),
                contact.email(),
                contact.phone(),
                contact.notes());
    }

    ContactForm form() {
        return new ContactForm(partner, name, role, email, phone, notes);
    }

    /** What was saved in between, and where it differs. */
    Newer against(Contact saved, Phrases phrases) {
        var there = of(saved);
        var comparison = new Newer.Comparison()
                .field(phrases.text("contacts.partner"), there.partner, partner)
                .field(phrases.text("contacts.name"), there.name, name)
                .field(phrases.text("contacts.role"), there.role, role)
                .field(phrases.text("contacts.email"), there.email, email)
                .field(phrases.text("contacts.phone"), there.phone, phone)
                .field(phrases.text("contacts.notes"), there.notes, notes.replace("\r\n", "\n"));
        return new Newer(saved.changedBy().name(), saved.changedAt(), comparison.differences());
    }
}
