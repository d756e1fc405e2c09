package io.bailiwick.activity;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.Sight;
import io.bailiwick.partners.Sights;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries of messages, of partners whose data the actor sees. */
@Service
public class Jobs {
    private final JobStore store;
    private final TimelineStore timelines;
    private final Newest newest;
    private final Sights sights;

    Jobs(JobStore store, TimelineStore timelines, Newest newest, Sights sights) {
        this.store = store;
        this.timelines = timelines;
        this.newest = newest;
        this.sights = sights;
    }

    /**
     * A page of the jobs that the actor sees, newest first.
     *
     * @param message only those of the message with this id; empty for all
     * @param partner only those of the partner with this key or id; empty for all
     */
    @Transactional(readOnly = true)
    public Page<Job> list(Actor actor, String message, String partner, @Nullable JobState state, PageRequest request) {
        var sight = sight(actor, partner);
        var id = Ids.read(message).orElse(null);
        if (sight.isEmpty() || !message.isEmpty() && id == null) {
            return Newest.nothing();
        }
        var wanted = new JobStore.Wanted(sight, id, state == null ? null : state.word());
        return newest.page(
                actor,
                "jobs " + id + " " + partner + " " + state,
                request,
                after -> store.list(actor.account(), wanted, after, Newest.limit(request)),
                Job::id,
                () -> store.count(actor.account(), wanted));
    }

    /**
     * The job with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Job get(Actor actor, String id) {
        return Ids.read(id)
                .flatMap(read -> store.find(actor.account(), sights.of(actor), read))
                .orElseThrow(() -> new Refusal.NotFound("job"));
    }

    /**
     * The tries of the job with that id, oldest first.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public List<Timeline.Attempt> attempts(Actor actor, String id) {
        return timelines.ofJob(actor.account(), get(actor, id).id());
    }

    private Sight sight(Actor actor, String partner) {
        var sight = sights.of(actor);
        return partner.isEmpty()
                ? sight
                : sights.find(actor, partner).map(found -> sight.of(found.id())).orElse(Sight.NOTHING);
    }
}
