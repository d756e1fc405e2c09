package io.bailiwick.previews;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;

/** Tells what would come of something before it is saved; answered by whoever decides. */
public interface Previews {
    /**
     * What would come of it, exact as of one revision: as far as the actor sees the users and partners.
     *
     * @param page which page of the single changes
     * @throws io.bailiwick.kernel.Refusal.Malformed when the page belongs to another proposal, or the account has changed
     */
    Effect of(Actor actor, Proposal proposal, PageRequest page);

    /** The same, with the first page of the single changes. */
    default Effect of(Actor actor, Proposal proposal) {
        return of(actor, proposal, PageRequest.first());
    }
}
