package io.bailiwick.sessions;

import io.bailiwick.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A signed-in person to Spring Security. No authorities: the guard alone judges. */
@SuppressWarnings("serial") // it lives for one request and is never serialized
final class SignedIn extends AbstractAuthenticationToken {
    private final Actor actor;

    SignedIn(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    /** None: the secret stays in the cookie. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.email();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.actor.equals(actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
