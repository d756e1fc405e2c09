package io.bailiwick.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.activity.Traffic;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Gate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of how things go; a part that is not the reader's to see is null.
 *
 * @param signIns of the people whom an Administrator sees, as are refusals and invitations
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dashboard(
        Period period,
        Instant from,
        Instant to,
        @Nullable Flow messages,
        @Nullable List<SlowEndpoint> endpoints,
        @Nullable Count openIssues,
        @Nullable Jobs jobs,
        @Nullable SignIns signIns,
        @Nullable List<Refusals> refusals,
        @Nullable Count openInvitations) {

    /** The messages of one step. */
    public record Step(Instant from, Instant to, long open, long delivered, long failed) {
        /** All of them. */
        public long total() {
            return open + delivered + failed;
        }

        /** How many of those that came to an end failed, in percent. */
        public double failureRate() {
            return rate(delivered, failed);
        }
    }

    /** The messages of one partner, by its key. */
    public record OfPartner(String partner, String name, long open, long delivered, long failed) {
        static OfPartner of(Traffic.OfPartner found) {
            var messages = found.messages();
            return new OfPartner(found.key(), found.name(), messages.open(), messages.delivered(), messages.failed());
        }
    }

    /**
     * Messages that came in.
     *
     * @param open received or being delivered
     * @param failureRate how many of those that came to an end failed, in percent
     * @param partners those with the most
     * @param ofAllPartners how many partners had any
     * @param isAnyBefore whether there are any at all, in this period or before
     */
    public record Flow(
            long total,
            long open,
            long delivered,
            long failed,
            double failureRate,
            List<Step> steps,
            List<OfPartner> partners,
            long ofAllPartners,
            boolean isAnyBefore) {
        public Flow {
            steps = List.copyOf(steps);
            partners = List.copyOf(partners);
        }
    }

    /** An endpoint, by how long a try took on average. */
    public record SlowEndpoint(String name, long tries, long missed, long averageMillis, long longestMillis) {
        static SlowEndpoint of(Traffic.OfEndpoint found) {
            return new SlowEndpoint(
                    found.name(),
                    found.tries(),
                    found.missed(),
                    found.average().toMillis(),
                    found.longest().toMillis());
        }
    }

    /** A number, or that there are more. */
    public record Count(
            long number,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean isAtLeast) {
        static Count upTo(long most, long counted) {
            return new Count(Math.min(most, counted), counted > most);
        }
    }

    /**
     * Jobs by state.
     *
     * @param failed within the period
     */
    public record Jobs(Count waiting, Count active, long failed) {}

    /** Who came in, and who was not let in. */
    public record SignIns(long opened, long refused, List<SignInStep> steps) {
        public SignIns {
            steps = List.copyOf(steps);
        }
    }

    /** The same of one step. */
    public record SignInStep(Instant from, Instant to, long opened, long refused) {}

    /** What stands against something: a gate, or a guard rail. */
    interface Closing {
        static List<String> words() {
            return Stream.concat(Stream.of(Gate.values()).map(Gate::word), Stream.of("rail"))
                    .toList();
        }
    }

    /** How often a gate closed, or a guard rail (`rail`) stood against something. */
    public record Refusals(@OneOf(Closing.class) String gate, long number) {}

    static double rate(long delivered, long failed) {
        var ended = delivered + failed;
        return ended == 0 ? 0 : Math.round(failed * 1_000.0 / ended) / 10.0;
    }
}
