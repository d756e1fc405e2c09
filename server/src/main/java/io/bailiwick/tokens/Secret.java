package io.bailiwick.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bearer secret: the account's short id in clear, a dot, and 256 random bits as base64url. Only its SHA-256 is ever
 * stored.
 *
 * @param account the account's short id
 * @param text the whole token, for the holder
 */
public record Secret(String account, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("([a-z0-9]{4,16})\\.[A-Za-z0-9_-]{43}");

    /** A new secret. */
    public static Secret make(String account) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(
                account, account + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what a client sent; empty when it cannot be one. */
    public static Optional<Secret> read(String text) {
        var form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Secret(form.group(1), text)) : Optional.empty();
    }

    /** SHA-256 of the whole token: what the database holds. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return account + ".…";
    }
}
