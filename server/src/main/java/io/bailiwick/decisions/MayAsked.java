package io.bailiwick.decisions;

import io.bailiwick.model.Action;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about who may, with what it names found.
 *
 * @param application the key of the area's application
 * @param applicationName what that is called
 * @param name the area's name
 * @param gate the area's gate
 * @param partner the partner's key, or null
 * @param partnerOff whether the partner is switched off, or its reseller is, which closes its data to everybody
 */
public record MayAsked(
        UUID area,
        String application,
        String applicationName,
        String name,
        String gate,
        Action action,
        @Nullable String partner,
        boolean partnerOff) {
    /** Whether everybody may, signed in or not. */
    public boolean isPublic() {
        return gate.equals("public");
    }
}
