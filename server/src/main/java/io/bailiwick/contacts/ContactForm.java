package io.bailiwick.contacts;

import org.jspecify.annotations.Nullable;

/**
 * What is written of a contact.
 *
 * @param partner the key or id of a partner whose data the actor sees
 * @param name 1 to 100 characters
 * @param role what the person does there, up to 100 characters
 * @param email a well-formed address
 * @param phone digits as they are written, perhaps with an extension
 * @param notes up to 2,000 characters on several lines
 */
public record ContactForm(
        @Nullable String partner,
        @Nullable String name,
        @Nullable String role,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String notes) {
    static ContactForm of(Contact contact) {
        return new ContactForm(
                contact.partner().key(),
                contact.name(),
                contact.role(),
                contact.email(),
                contact.phone(),
                contact.notes());
    }
}
