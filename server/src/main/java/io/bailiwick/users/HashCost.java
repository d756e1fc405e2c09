package io.bailiwick.users;

/**
 * How much work it takes to hash a password once, for us as for whoever guesses.
 *
 * @param memoryInKib what Argon2id fills
 * @param iterations how often it goes over that
 */
record HashCost(int memoryInKib, int iterations) {
    /** What OWASP asks for at the least. */
    static final HashCost USUAL = new HashCost(19_456, 2);
}
