package io.bailiwick.contacts;

import io.bailiwick.accounts.Author;
import io.bailiwick.partners.SeenPartner;
import java.time.Instant;

/**
 * A person at a partner. Texts that were not given are empty.
 *
 * @param role what the person does there
 * @param notes several lines
 * @param changedBy whoever saved it last
 * @param version counts its changes
 */
public record Contact(
        ContactId id,
        SeenPartner partner,
        String name,
        String role,
        String email,
        String phone,
        String notes,
        Instant createdAt,
        Instant changedAt,
        Author changedBy,
        long version) {
    Contact by(Author author) {
        return new Contact(id, partner, name, role, email, phone, notes, createdAt, changedAt, author, version);
    }

    /** The digits and the plus of the phone number, as a telephone dials them. */
    public String dialled() {
        return phone.replaceFirst("(?i) ?(x|ext\\.?) ?[0-9]+$", "").replaceAll("[^+0-9]", "");
    }
}
