package io.bailiwick.users.web;

import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.previews.Drafts;
import io.bailiwick.previews.Proposal;
import io.bailiwick.users.Rehearsals;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads edits of a user that are not saved yet. */
@Component
class UserDrafts implements Drafts {
    private final Rehearsals rehearsals;
    private final UserPatch patches;

    UserDrafts(Rehearsals rehearsals, UserPatch patches) {
        this.rehearsals = rehearsals;
        this.patches = patches;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public Proposal patched(Actor actor, String id, JsonNode patch) {
        return rehearsals.proposed(actor, UserId.read(id), form -> patches.apply(form, new Patch<>(patch)));
    }
}
