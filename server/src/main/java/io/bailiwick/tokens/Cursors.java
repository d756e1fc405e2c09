package io.bailiwick.tokens;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cursors of keyset pages: the last row's sort keys, sealed for the actor and the list that they belong to. */
@Component
public class Cursors {
    private static final TypeReference<ArrayList<@Nullable String>> KEYS = new TypeReference<>() {};

    private final Seal seal;
    private final JsonMapper json;

    Cursors(Seal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /**
     * Makes a cursor.
     *
     * @param list what is paged and how: its name, sort and filters; a cursor fits no other list
     * @param keys the last row's sort keys as text, in order; null keys are allowed
     */
    public String make(Actor actor, String list, List<@Nullable String> keys) {
        return seal.wrap(purpose(actor, list), json.writeValueAsString(keys));
    }

    /**
     * Reads a cursor.
     *
     * @throws Refusal.Malformed when it was not made for this actor and list
     */
    public List<@Nullable String> read(Actor actor, String list, String cursor) {
        return seal.unwrap(purpose(actor, list), cursor)
                .map(text -> json.readValue(text, KEYS))
                .orElseThrow(() -> new Refusal.Malformed(
                        "The cursor in `after` belongs to another list. Begin again without it."));
    }

    private static String purpose(Actor actor, String list) {
        return "cursor " + actor.account() + " " + actor.user() + " " + list;
    }
}
