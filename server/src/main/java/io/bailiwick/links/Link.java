package io.bailiwick.links;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link, without its secret.
 *
 * @param user for whom it is
 * @param email the address that it was made for; when the user has another one, it is worth nothing
 * @param issuer the user who had it made, or null for the server itself
 */
public record Link(
        UUID id,
        AccountId account,
        Purpose purpose,
        UserId user,
        String email,
        @Nullable UserId issuer,
        Instant createdAt,
        Instant expiresAt) {}
