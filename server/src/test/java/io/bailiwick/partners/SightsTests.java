package io.bailiwick.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.PanelTest;
import io.bailiwick.kernel.Actor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose data somebody sees, by role, data access and reseller. */
@PanelTest
class SightsTests {
    @Autowired
    private Cast cast;

    @Autowired
    private Sights sights;

    @Autowired
    private Partners partners;

    @Test
    void whoSeesAllSeesWhatBelongsToNobodyButNothingOfAPartnerThatIsOff() {
        for (var person : List.of(cast.ada, cast.kevin)) {
            var sight = sights.of(person.actor());

            assertThat(sight.holds(null)).isTrue();
            assertThat(sight.holds(id(Cast.ACME))).isTrue();
            assertThat(sight.holds(id(Cast.INITECH))).isTrue();
            assertThat(sight.holds(id(Cast.UMBRELLA))).isFalse();
        }
    }

    @Test
    void everybodyElseSeesOnlyWhatWasGiven() {
        assertThat(keys(cast.sami)).containsExactly(Cast.ACME, Cast.GLOBEX);
        assertThat(keys(cast.pia)).containsExactly(Cast.ACME);
        assertThat(keys(cast.nora)).isEmpty();
        assertThat(sights.of(cast.nora.actor()).isEmpty()).isTrue();
        assertThat(sights.of(cast.sami.actor()).holds(null)).isFalse();
        assertThat(sights.count(cast.sami.actor(), "glob")).isOne();
        assertThat(sights.withIds(cast.pia.actor(), List.of(id(Cast.ACME), id(Cast.GLOBEX))))
                .hasSize(1);
    }

    @Test
    void aResellersUserSeesItsPartnersAlone() {
        for (var person : List.of(cast.rita, cast.rolf)) {
            assertThat(keys(person)).contains(Cast.INITECH).doesNotContain(Cast.ACME, Cast.GLOBEX);
            assertThat(sights.of(person.actor()).holds(null)).isFalse();
            assertThat(sights.find(person.actor(), Cast.ACME)).isEmpty();
        }
    }

    @Test
    void anotherAccountsPartnersAreNotThere() {
        assertThat(sights.find(cast.sven.actor(), Cast.GLOBEX)).isEmpty();
        assertThat(sights.find(cast.sven.actor(), Cast.ACME).map(SeenPartner::name))
                .contains("Acme of the shadows");
    }

    private List<String> keys(Person person) {
        return sights.matching(person.actor(), "", 50).stream()
                .map(SeenPartner::key)
                .toList();
    }

    private UUID id(String key) {
        return partners.get(Actor.server(cast.northgate.id()), key).id().value();
    }
}
