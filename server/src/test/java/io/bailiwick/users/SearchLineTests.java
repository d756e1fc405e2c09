package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.users.SearchTerm.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchLineTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    @Test
    void everyPartOfTheGrammarIsRead() {
        assertThat(SearchLine.of("dana  status:locked,invited -group:\"On call\" \"a b\" -x, Role:PARTNER")
                        .terms())
                .containsExactly(
                        term(null, false, new Value("dana", false)),
                        term("status", false, new Value("locked", false), new Value("invited", false)),
                        term("group", true, new Value("On call", true)),
                        term(null, false, new Value("a b", true)),
                        term(null, true, new Value("x", false)),
                        term("role", false, new Value("PARTNER", false)));
    }

    @Test
    void addressesAndNumbersAreNoFields() {
        assertThat(SearchLine.of("ip:2001:db8::1 2001:db8::1 a.b@c.example").terms())
                .containsExactly(
                        term("ip", false, new Value("2001:db8::1", false)),
                        term(null, false, new Value("2001:db8::1", false)),
                        term(null, false, new Value("a.b@c.example", false)));
    }

    @Test
    void whatIsHalfTypedIsReadAsFarAsItGoes() {
        assertThat(SearchLine.of("status:").terms()).containsExactly(term("status", false));
        assertThat(SearchLine.of("group:\"On ca").terms())
                .containsExactly(term("group", false, new Value("On ca", true)));
        assertThat(SearchLine.of(" - ,").terms()).hasSize(2);
        assertThat(SearchLine.of(null).terms()).isEmpty();
    }

    @Test
    void facetsReplaceWhatTheSearchSaysOfTheirField() {
        var line = SearchLine.of("dana status:locked -group:x");

        assertThat(line.value("status")).contains("locked");
        assertThat(line.value("group")).isEmpty();
        assertThat(line.names("group")).isTrue();
        assertThat(line.with("status", "invited")).hasToString("dana -group:x status:invited");
        assertThat(line.without("group")).hasToString("dana status:locked");
        assertThat(line.with("group", "Say \"hi\", all"))
                .hasToString("dana status:locked group:\"Say \\\"hi\\\", all\"");
    }

    @Property(tries = 300)
    boolean whatIsWrittenAgainIsReadTheSame(@ForAll String typed) {
        var line = SearchLine.of(typed);
        return texts(SearchLine.of(line.toString())).equals(texts(line));
    }

    /** What is sought, whether it needed quotes or not. */
    private static List<List<Object>> texts(SearchLine line) {
        return line.terms().stream()
                .map(term -> List.<Object>of(
                        String.valueOf(term.field()),
                        term.negated(),
                        term.values().stream().map(Value::text).toList()))
                .toList();
    }

    @Test
    void nearWordsAreSuggested() {
        assertThat(Suggestions.nearest("lokced", SearchWords.STATES)).contains("locked");
        assertThat(Suggestions.nearest("statis", SearchField.words())).contains("status");
        assertThat(Suggestions.nearest("adm", SearchWords.ROLES)).contains("administrator");
        assertThat(Suggestions.nearest("zebra", SearchWords.ROLES)).isEmpty();
        assertThat(Suggestions.nearest("x".repeat(5_000), SearchWords.ROLES)).isEmpty();
    }

    @Test
    void agesAndDaysAreReadInTheReadersZone() {
        assertThat(time("<90d")).isEqualTo(new Stretch(Instant.parse("2025-12-29T13:00:00Z"), Stretch.LATEST));
        assertThat(time(">1d"))
                .as("a day of 23 hours")
                .isEqualTo(new Stretch(Stretch.EARLIEST, Instant.parse("2026-03-28T13:00:00Z")));
        assertThat(time("2026-03-29"))
                .isEqualTo(new Stretch(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
        assertThat(time(">2026-01-01")).isEqualTo(new Stretch(Instant.parse("2026-01-01T23:00:00Z"), Stretch.LATEST));
        assertThat(time("<=2026-01-01"))
                .isEqualTo(new Stretch(Stretch.EARLIEST, Instant.parse("2026-01-01T23:00:00Z")));
        for (var wrong : List.of("soon", "2026-13-01", "2026-02-30", "90", "<90x", "99999y", "")) {
            assertThat(SearchTimes.read(wrong, NOON, BERLIN)
                            .filter(read -> read.from().isBefore(Stretch.EARLIEST)))
                    .as(wrong)
                    .isEmpty();
        }
        assertThat(SearchTimes.read("2026-02-30", NOON, BERLIN)).isEmpty();
    }

    private static Stretch time(String text) {
        return SearchTimes.read(text, NOON, BERLIN).orElseThrow();
    }

    private static SearchTerm term(@Nullable String field, boolean negated, Value... values) {
        return new SearchTerm(field, negated, List.of(values));
    }
}
