package io.bailiwick.guard;

import io.bailiwick.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * By whom and for what a request was let in, before its body was read.
 *
 * @param actor who was signed in
 * @param guarded what the handler declares
 */
public record Judged(Actor actor, Guarded guarded) {
    private static final String NAME = Judged.class.getName();

    /** What was judged of the request; empty when its handler is open to everybody, or none was found yet. */
    public static Optional<Judged> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Judged judged ? Optional.of(judged) : Optional.empty();
    }

    /** Judges the request by what holds now. */
    public void require(Guard guard) {
        if (guarded.evenWhenPasswordIsDue()) {
            guard.requireEvenWhenPasswordIsDue(actor, guarded.area(), guarded.action());
        } else {
            guard.require(actor, guarded.area(), guarded.action());
        }
    }

    void tell(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }
}
