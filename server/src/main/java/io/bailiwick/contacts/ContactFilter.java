package io.bailiwick.contacts;

/**
 * Which contacts are wanted.
 *
 * @param q found anywhere in what is written of a contact or in its partner's name or key, in any case; empty for all
 * @param partner only those at the partner with this key or id; empty for all
 */
public record ContactFilter(String q, String partner) {
    /** Every contact. */
    public static final ContactFilter ALL = new ContactFilter("", "");
}
