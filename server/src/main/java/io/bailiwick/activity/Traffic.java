package io.bailiwick.activity;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.Sights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went through in numbers, of the partners whose data an actor sees; read from sums, however much it was. */
@Service
public class Traffic {
    private final TrafficStore store;
    private final IssueStore issues;
    private final Sights sights;
    private final JdbcClient jdbc;

    Traffic(TrafficStore store, IssueStore issues, Sights sights, JdbcClient jdbc) {
        this.store = store;
        this.issues = issues;
        this.sights = sights;
        this.jdbc = jdbc;
    }

    /**
     * Messages by what became of them.
     *
     * @param open received or being delivered
     */
    public record Messages(long open, long delivered, long failed) {
        /** None. */
        public static final Messages NONE = new Messages(0, 0, 0);

        /** All of them. */
        public long total() {
            return open + delivered + failed;
        }

        /** Both. */
        public Messages and(Messages other) {
            return new Messages(open + other.open, delivered + other.delivered, failed + other.failed);
        }
    }

    /** The messages that came in within an hour that began then. */
    public record Hour(Instant from, Messages messages) {}

    /** The messages of a partner. */
    public record OfPartner(UUID id, String key, String name, Messages messages) {}

    /**
     * The messages of a period.
     *
     * @param hours those in which any came in, oldest first
     * @param partners those with the most, the most first
     * @param ofAllPartners how many partners had any
     */
    public record Period(List<Hour> hours, List<OfPartner> partners, long ofAllPartners) {
        public Period {
            hours = List.copyOf(hours);
            partners = List.copyOf(partners);
        }
    }

    /**
     * The tries at an endpoint.
     *
     * @param missed how many it did not take
     * @param average how long one took
     */
    public record OfEndpoint(String name, long tries, long missed, Duration average, Duration longest) {}

    /**
     * Jobs by state.
     *
     * @param failed how many failed within the period
     */
    public record JobNumbers(long waiting, long active, long failed) {}

    /** The messages that came in since then, and the partners with the most of them. */
    @Transactional(readOnly = true)
    public Period messages(Actor actor, Instant since, int partners) {
        var sight = sights.of(actor);
        if (sight.isEmpty()) {
            return new Period(List.of(), List.of(), 0);
        }
        Plans.anew(jdbc);
        return store.messages(actor.account(), sight, since, partners);
    }

    /** Whether the actor sees any message at all. */
    public boolean isAny(Actor actor) {
        var sight = sights.of(actor);
        return !sight.isEmpty() && store.isAny(actor.account(), sight);
    }

    /** The endpoints that took the longest on average since then, the slowest first. */
    @Transactional(readOnly = true)
    public List<OfEndpoint> slowest(Actor actor, Instant since, int most) {
        var sight = sights.of(actor);
        if (sight.isEmpty()) {
            return List.of();
        }
        Plans.anew(jdbc);
        return store.slowest(actor.account(), sight, since, most);
    }

    /** Jobs that wait or are under way, counted up to one more than a page's total says exactly, and what failed. */
    @Transactional(readOnly = true)
    public JobNumbers jobs(Actor actor, Instant since) {
        var sight = sights.of(actor);
        if (sight.isEmpty()) {
            return new JobNumbers(0, 0, 0);
        }
        Plans.anew(jdbc);
        return store.jobs(actor.account(), sight, since, Page.COUNTED + 1);
    }

    /** Open issues, counted up to one more than a page's total says exactly. */
    @Transactional(readOnly = true)
    public long openIssues(Actor actor) {
        var sight = sights.of(actor);
        if (sight.isEmpty()) {
            return 0;
        }
        Plans.anew(jdbc);
        return issues.count(actor.account(), new IssueStore.Wanted(sight, null, IssueState.OPEN.word()));
    }
}
