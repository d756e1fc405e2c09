package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.invitations.Mending.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with addresses, and what was meant. */
class MendingTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@globex.com",
                "KIM@Globex.Com",
                "o'neil+tag@sub.globex.co.uk",
                "a@mail.com",
                "a@ymail.com",
                "a@xn--mnchen-3ya.de",
                "_service_@globex.com"
            })
    void goodAddressesAreLeftAlone(String address) {
        assertThat(Mending.fault(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kim@gmial.com|MISTYPED|kim@gmail.com",
                "kim@globex.con|MISTYPED|kim@globex.com",
                "kim@gmial.con|MISTYPED|kim@gmail.com",
                "kim@Outlok.com|MISTYPED|kim@outlook.com",
                "p.larsen@acme,com|COMMA|p.larsen@acme.com",
                "kim@globexcom|NO_DOT|kim@globex.com",
                "kim@globex.com.|ENDING|kim@globex.com",
                "'kim@globex.com'|ENDING|kim@globex.com",
                "(kim@globex.com):|ENDING|kim@globex.com",
                "mailto:kim@globex.com|UNFIT|kim@globex.com",
                "kim@globex..com|TWO_DOTS|kim@globex.com",
                "kim..lee@globex.com|TWO_DOTS|kim.lee@globex.com",
                "kim.@globex.com|UNFIT|kim@globex.com",
                "kim@@globex.com|TWO_ATS|kim@globex.com",
                "kim@münchen.de|LETTERS|kim@xn--mnchen-3ya.de",
                "kim＠globex.com|LETTERS|kim@globex.com"
            })
    void whatWasMeantIsSuggested(String address, Reason reason, String meant) {
        assertThat(Mending.fault(address)).contains(new Mending.Fault(reason, meant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "kim|NO_AT",
                "kim lee|NO_AT",
                "@globex.com|UNFIT",
                "kim@|UNFIT",
                "kim@localhost|NO_DOT",
                "a@b@globex.com|TWO_ATS",
                "kіm@globex.com|LETTERS",
                "kim@-globex.com|UNFIT"
            })
    void whatNobodyKnowsIsNotGuessed(String address, Reason reason) {
        assertThat(Mending.fault(address)).contains(new Mending.Fault(reason, null));
    }

    @Test
    void whatIsTooLongSaysSo() {
        var fault = Mending.fault("a".repeat(300_000) + "@globex.com").orElseThrow();

        assertThat(fault).isEqualTo(new Mending.Fault(Reason.TOO_LONG, null));
    }

    @ParameterizedTest
    @CsvSource({
        "dana.reyes@x.com,Dana Reyes",
        "kim@x.com,Kim",
        "omar_said-lee+work@x.com,Omar Said Lee",
        "+@x.com,+",
        "-@x.com,-@x.com"
    })
    void aNameIsMadeOfAnAddress(String address, String name) {
        assertThat(DisplayNames.of(address)).isEqualTo(name);
    }
}
