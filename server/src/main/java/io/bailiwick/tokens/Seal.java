package io.bailiwick.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** HMAC-SHA-256 (RFC 2104) under the installation's own key, which is made on the first start and kept in the database. */
@Component
public class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Seal(SealKeys keys) {
        this.key = new SecretKeySpec(keys.key(), ALGORITHM);
    }

    /**
     * Seals a text.
     *
     * @param purpose what it is for; a seal made for one purpose is worth nothing for another
     * @return 43 URL-safe characters
     */
    public String of(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the seal is the one of this text and purpose, compared in constant time. */
    public boolean fits(String purpose, String text, String seal) {
        return MessageDigest.isEqual(
                of(purpose, text).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** Wraps a text so that it comes back unaltered or not at all: its base64url, a dot, its seal. */
    public String wrap(String purpose, String text) {
        var body = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return body + "." + of(purpose, text);
    }

    /** What was wrapped for this purpose; empty for anything else. */
    public Optional<String> unwrap(String purpose, String wrapped) {
        var dot = wrapped.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(wrapped.substring(0, dot)), StandardCharsets.UTF_8);
            return fits(purpose, text, wrapped.substring(dot + 1)) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
