package io.bailiwick.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.accounts.Author;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.routing.Lookup.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookupTests {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(3600);
    private static final Instant LONG_BEFORE = BEFORE.minusSeconds(3600);
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final SeenPartner ACME = partner("acme");
    private static final SeenPartner GLOBEX = partner("globex");

    @Test
    void theLongestPrefixCounts() {
        var lookup = of(route("44", ACME, 1, BEFORE), route("4420", GLOBEX, 9, BEFORE));

        assertThat(lookup.chosen().orElseThrow().partner()).isEqualTo(GLOBEX);
        assertThat(verdicts(lookup)).containsExactly(Verdict.CHOSEN, Verdict.SHORTER);
    }

    @Test
    void aRouteThatIsNotInEffectYetTakesNothing() {
        var lookup = of(route("44", ACME, 1, NOW), route("4420", GLOBEX, 1, LATER));

        assertThat(lookup.chosen().orElseThrow().partner()).isEqualTo(ACME);
        assertThat(verdicts(lookup)).containsExactly(Verdict.NOT_YET, Verdict.CHOSEN);
    }

    @Test
    void theLowestPriorityNumberGoesFirst() {
        var lookup = of(route("44", ACME, 2, LONG_BEFORE), route("44", GLOBEX, 1, BEFORE));

        assertThat(lookup.chosen().orElseThrow().partner()).isEqualTo(GLOBEX);
        assertThat(verdicts(lookup)).containsExactly(Verdict.CHOSEN, Verdict.OUTRANKED);
    }

    @Test
    void ofEqualsTheOneThatHasBeenInEffectLongerGoesFirst() {
        var lookup = of(route("44", ACME, 1, BEFORE), route("44", GLOBEX, 1, LONG_BEFORE));

        assertThat(lookup.chosen().orElseThrow().partner()).isEqualTo(GLOBEX);
    }

    @Test
    void aLaterRouteOfTheSamePartnerReplacesTheEarlierOne() {
        var lookup = of(
                route("44", ACME, 1, LONG_BEFORE), route("44", ACME, 5, BEFORE), route("44", GLOBEX, 3, LONG_BEFORE));

        assertThat(lookup.chosen().orElseThrow().partner()).isEqualTo(GLOBEX);
        assertThat(verdicts(lookup)).containsExactly(Verdict.REPLACED, Verdict.CHOSEN, Verdict.OUTRANKED);
    }

    @Test
    void aNumberThatNothingFitsGoesNowhere() {
        assertThat(of().chosen()).isEmpty();
        assertThat(of(route("44", ACME, 1, LATER)).chosen()).isEmpty();
    }

    private static Lookup of(Route... routes) {
        return Lookup.of("442079460018", NOW, List.of(routes));
    }

    private static List<Verdict> verdicts(Lookup lookup) {
        return lookup.candidates().stream().map(Lookup.Candidate::verdict).toList();
    }

    private static Route route(String prefix, SeenPartner partner, int priority, Instant from) {
        return new Route(
                new RouteId(UUID.randomUUID()),
                prefix,
                partner,
                priority,
                from,
                from,
                from,
                new Author(null, "Ada", false),
                1);
    }

    private static SeenPartner partner(String key) {
        return new SeenPartner(UUID.randomUUID(), key, key, null);
    }
}
