package io.bailiwick.links;

import io.bailiwick.tokens.Secret;

/**
 * A new link that a code can stand for.
 *
 * @param secret what the link carries
 * @param code six digits, for whoever is signed in as its user
 */
public record Issued(Secret secret, String code) {
    /** Never the code. */
    @Override
    public String toString() {
        return "Issued[" + secret + "]";
    }
}
