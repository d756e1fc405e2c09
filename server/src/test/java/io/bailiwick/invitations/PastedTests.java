package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of addresses as people paste them. */
class PastedTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.com,b@y.com",
                "a@x.com, b@y.com",
                "a@x.com;b@y.com",
                "a@x.com b@y.com",
                "a@x.com\nb@y.com",
                "a@x.com\r\nb@y.com\r\n",
                "a@x.com\tb@y.com",
                " ,; a@x.com ;; \n\n , b@y.com, ",
                "<a@x.com> <b@y.com>",
                "<a@x.com>,<b@y.com>",
                "a@x.com，b@y.com",
                "< a@x.com > ; b@y.com"
            })
    void anySeparatorDoes(String text) {
        assertThat(addresses(text)).containsExactly("a@x.com", "b@y.com");
    }

    @Test
    void namesStandBesideAddresses() {
        assertThat(named("Omar Said <omar@globex.com>")).containsExactly("Omar Said: omar@globex.com");
        assertThat(named("\"Said, Omar\" <omar@globex.com>; Kim <kim@x.com>"))
                .containsExactly("Said, Omar: omar@globex.com", "Kim: kim@x.com");
        assertThat(named("Said, Omar <omar@globex.com>; Lee, Kim <kim@x.com>"))
                .containsExactly("Said, Omar: omar@globex.com", "Lee, Kim: kim@x.com");
        assertThat(named("\"O. \\\"Doc\\\" Said\" <omar@globex.com>"))
                .containsExactly("O. \"Doc\" Said: omar@globex.com");
        assertThat(named("=?UTF-8?Q?J=C3=BCrgen_Gro=C3=9F?= <j@x.com>")).containsExactly("Jürgen Groß: j@x.com");
        assertThat(named("Omar Said\tomar@globex.com\nKim Lee\tkim@x.com"))
                .containsExactly("Omar Said: omar@globex.com", "Kim Lee: kim@x.com");
        assertThat(named("omar@globex.com (Omar Said), kim@x.com"))
                .containsExactly("Omar Said: omar@globex.com", "null: kim@x.com");
        assertThat(named("Omar <o@x.com> Kim <k@x.com>")).containsExactly("Omar: o@x.com", "Kim: k@x.com");
        assertThat(named("Nguyễn Văn A <a@x.com>, 王小明 <b@x.com>"))
                .containsExactly("Nguyễn Văn A: a@x.com", "王小明: b@x.com");
    }

    @Test
    void nothingIsDropped() {
        assertThat(addresses("kim, a@x.com")).containsExactly("kim", "a@x.com");
        assertThat(addresses("globex.com a@x.com rest")).containsExactly("globex.com", "a@x.com", "rest");
        assertThat(addresses("just words")).containsExactly("just words");
        assertThat(addresses("\"open a@x.com")).containsExactly("\"open", "a@x.com");
        assertThat(addresses("a@x.com <")).containsExactly("a@x.com", "<");
        assertThat(addresses("")).isEmpty();
        assertThat(addresses(" \n\t,;")).isEmpty();
    }

    @Test
    void aCommaInTheDomainBelongsToIt() {
        assertThat(addresses("p.larsen@acmelogistics,com")).containsExactly("p.larsen@acmelogistics,com");
        assertThat(addresses("lee@x.com p@acme,com")).containsExactly("lee@x.com", "p@acme,com");
        assertThat(addresses("p@acme,com lee@x.com q@acme,com"))
                .containsExactly("p@acme,com", "lee@x.com", "q@acme,com");
        assertThat(named("p@acme,com, Kim <kim@x.com>")).containsExactly("null: p@acme,com", "Kim: kim@x.com");
        assertThat(addresses("p@acme,com, kim@x.com")).containsExactly("p@acme,com", "kim@x.com");
        assertThat(addresses("kim@x.com,lee@y.com")).containsExactly("kim@x.com", "lee@y.com");
        assertThat(addresses("kim@localhost, lee")).containsExactly("kim@localhost", "lee");
    }

    @Test
    void linesAreCounted() {
        var entries = Pasted.read("a@x.com\n\nb@x.com, c@x.com\r\n\r\nd@x.com");
        assertThat(entries).extracting(Entry::line).containsExactly(1, 3, 3, 5);
    }

    @Test
    void placesLeadBackToTheText() {
        var text = "Omar <o@x.con>; p@acme,com";
        var entries = Pasted.read(text);

        assertThat(entries.get(1).replaced(text, "p@acme.com")).isEqualTo("Omar <o@x.con>; p@acme.com");
        assertThat(entries.getFirst().replaced(text, "o@x.com")).isEqualTo("Omar <o@x.com>; p@acme,com");
    }

    @Test
    void aHeaderCannotBeSmuggledInByAName() {
        var entry =
                Pasted.read("=?UTF-8?Q?Kim=0D=0ABcc:_evil@x.com?= <kim@x.com>").getFirst();

        assertThat(entry.address()).isEqualTo("kim@x.com");
        assertThat(entry.name()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "\"", "(", ",", "@", "a@", "\\", "a@b,c", "<a@b", "( "})
    void timeGrowsWithTheTextAlone(String part) {
        var text = part.repeat(900_000 / part.length());

        assertTimeout(Duration.ofSeconds(3), () -> Pasted.read(text));
        assertTimeout(Duration.ofSeconds(3), () -> Pasted.read(text + ">\")"));
    }

    private static List<String> addresses(String text) {
        return Pasted.read(text).stream().map(Entry::address).toList();
    }

    private static List<String> named(String text) {
        return Pasted.read(text).stream()
                .map(entry -> entry.name() + ": " + entry.address())
                .toList();
    }
}
