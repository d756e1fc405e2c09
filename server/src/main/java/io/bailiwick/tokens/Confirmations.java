package io.bailiwick.tokens;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks once before something opens by accident: the token fits one actor, one consequence and one revision. */
@Component
public class Confirmations {
    private final Seal seal;
    private final JsonMapper json;

    Confirmations(Seal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /**
     * Requires that the actor has seen this consequence.
     *
     * @param revision the account's revision under the write's lock
     * @param detail the consequence in a sentence with numbers
     * @param difference the consequence as data, shown as JSON and sealed into the token
     * @param token what came with the call as `?confirm=`, or null
     * @throws Refusal.Unconfirmed when the token is missing or belongs to something else
     */
    public void require(Actor actor, Revision revision, String detail, Object difference, @Nullable String token) {
        var text = actor.user() + " " + revision + " " + detail + " " + json.writeValueAsString(difference);
        var purpose = "confirm " + actor.account();
        if (token == null || !seal.fits(purpose, text, token)) {
            throw new Refusal.Unconfirmed(detail, difference, seal.of(purpose, text));
        }
    }
}
