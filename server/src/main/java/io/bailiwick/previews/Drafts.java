package io.bailiwick.previews;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads what somebody is about to save of one kind of thing; the module that would save it contributes one. Nothing is
 * saved, and no guard rail is asked: they stand against saving.
 */
public interface Drafts {
    /** The kind of thing: `group` or `user`. */
    String kind();

    /**
     * What a merge patch would make of it, as the API takes it.
     *
     * @throws io.bailiwick.kernel.Refusal.NotFound when it is not there, or not in the actor's sight
     * @throws io.bailiwick.kernel.Refusal.Invalid when the values cannot be
     */
    Proposal patched(Actor actor, String id, JsonNode patch);

    /**
     * What the form on its page would make of it, as it is posted there; a kind of thing without such a form has none.
     *
     * @throws io.bailiwick.kernel.Refusal as {@link #patched}
     */
    default Proposal typed(Actor actor, String id, MultiValueMap<String, String> form) {
        throw new Refusal.NotFound("form");
    }
}
