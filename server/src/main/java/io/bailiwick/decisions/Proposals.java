package io.bailiwick.decisions;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.previews.Drafts;
import io.bailiwick.previews.Proposal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Unsaved edits as what they would make: each kind is read by the module that would save it. */
@Component
class Proposals {
    private final Map<String, Drafts> drafts;

    Proposals(List<Drafts> drafts) {
        this.drafts = drafts.stream().collect(Collectors.toMap(Drafts::kind, Function.identity()));
    }

    /** What the form on the page of that thing would make of it. */
    Proposal typed(Actor actor, String kind, String id, MultiValueMap<String, String> form) {
        return drafts(kind).typed(actor, id, form);
    }

    /** What a merge patch would make of that thing. */
    Proposal patched(Actor actor, String kind, String id, @Nullable JsonNode patch) {
        if (patch == null || !patch.isObject()) {
            throw new Refusal.Invalid("draft." + kind, "Send the fields that would be changed, as in a `PATCH`.");
        }
        return drafts(kind).patched(actor, id, patch);
    }

    private Drafts drafts(String kind) {
        var found = drafts.get(kind);
        if (found == null) {
            throw new Refusal.Invalid("draft", "There are no drafts of a `" + kind + "`.");
        }
        return found;
    }
}
