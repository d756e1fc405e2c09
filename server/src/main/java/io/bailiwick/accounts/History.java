package io.bailiwick.accounts;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.tokens.Cursors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done to a thing over time, newest first. Whether the actor may see the thing is for the caller to judge. */
@Service
public class History {
    private final HistoryStore store;
    private final AuthorNames names;
    private final Cursors cursors;

    History(HistoryStore store, AuthorNames names, Cursors cursors) {
        this.store = store;
        this.names = names;
        this.cursors = cursors;
    }

    /**
     * One page of what was done.
     *
     * @param subject the kind of thing, such as {@code user}
     * @param thing its id
     * @param request its sort counts for nothing: the newest is always first
     */
    @Transactional(readOnly = true)
    public Page<Past> of(Actor actor, String subject, UUID thing, PageRequest request) {
        var list = "history " + subject + " " + thing;
        var before = request.after() == null
                ? null
                : cursors.read(actor, list, request.after()).getFirst();
        var found = store.of(
                actor.account(), subject, thing, before == null ? null : Long.valueOf(before), request.limit() + 1);
        var items = found.subList(0, Math.min(request.limit(), found.size()));
        var total = store.count(actor.account(), thing, Page.COUNTED + 1);
        return new Page<>(
                names.of(actor, items),
                next(actor, list, found, items),
                Math.min(total, Page.COUNTED),
                total > Page.COUNTED);
    }

    /** What that change did to the thing; empty when it did nothing to it. */
    @Transactional(readOnly = true)
    public Optional<Past> find(Actor actor, String subject, UUID thing, UUID change) {
        return store.find(actor.account(), subject, thing, change)
                .map(past -> names.of(actor, List.of(past)).getFirst());
    }

    private @Nullable String next(Actor actor, String list, List<Past> found, List<Past> items) {
        return found.size() == items.size()
                ? null
                : cursors.make(
                        actor,
                        list,
                        List.of(Long.toString(items.getLast().revision().number())));
    }
}
