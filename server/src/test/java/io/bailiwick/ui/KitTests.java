package io.bailiwick.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KitTests {
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "Dana Reyes, DR",
        "dana maria reyes, DR",
        "Cher, C",
        "李文, 李",
        "محمد عبد الله, ما",
        "👩🏽‍💻 Tanaka, 👩🏽‍💻T",
        "é̱mile zola, É̱Z",
        "<b>Petra</b>, BB",
        "'\u200B\u202E', ?",
        "\"...\", ?"
    })
    void initialsAreWholeCharactersOfTheName(String name, String initials) {
        assertThat(Avatar.of(name, "seed").initials()).isEqualTo(initials);
    }

    @Test
    void theSameSeedHasTheSameColour() {
        assertThat(Avatar.of("A", "x").colour())
                .isEqualTo(Avatar.of("B", "x").colour())
                .isBetween(0, 11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT10S | Just now",
                "PT-1S | Just now",
                "PT-30S | In less than a minute",
                "PT5M | 5 min ago",
                "PT3H | 3 h ago",
                "PT13H | Today, 04:30",
                "PT20H | Yesterday, 21:30",
                "P3D | 3 days ago",
                "P100D | 14 Aug",
                "P400D | 18 Oct 2025",
                "PT-5M | In 5 min",
                "P-1D | Tomorrow, 17:30",
                "P-7D | In 7 days"
            })
    void timesAreSaidAsPeopleSayThem(Duration before, String words) {
        var times = new Times(texts(), Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));
        assertThat(times.relative(NOW.minus(before))).isEqualTo(words);
    }

    @Test
    void exactTimesNameTheReadersZone() {
        var times = new Times(texts(), Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Kolkata"));
        assertThat(times.exact(NOW)).isEqualTo("22 Nov 2026, 22:00:00 (Asia/Kolkata, UTC+05:30)");
    }

    @Test
    void numbersInTextsAreGroupedAndNamesIsolated() {
        assertThat(texts().text("ui.progress", 5, 1284)).isEqualTo("5 of 1,284 done");
        assertThat(texts().text("ui.remove", "Acme")).isEqualTo("Remove Acme");
        assertThat(texts().text("ui.remove", "محمد")).isEqualTo("Remove \u2068محمد\u2069");
        assertThat(texts().text("ui.remove", "a\u202Eb\n{0}")).isEqualTo("Remove ab{0}");
    }

    @Test
    void flashMessagesTravelAsKeyAndArguments() {
        var response = new MockHttpServletResponse();
        new Flash(new MockHttpServletRequest(), response).done("ui.progress", 5, 1284);
        var cookie = Objects.requireNonNull(response.getCookie(FlashCookie.NAME));
        var next = new MockHttpServletRequest();
        next.setCookies(cookie);
        var gone = new MockHttpServletResponse();
        var messages = FlashCookie.take(next, gone);
        assertThat(messages).hasSize(1);
        assertThat(texts().textOrEmpty(messages.getFirst().key(), FlashCookie.values(messages.getFirst())))
                .isEqualTo("5 of 1,284 done");
        assertThat(gone.getHeader("Set-Cookie")).contains("Max-Age=0");
    }

    @ParameterizedTest
    @CsvSource({"!!", "AAAA", "RE9ORQ", "RE9ORQl1aS5ub25l"})
    void aForgedFlashCookieShowsNothing(String value) {
        var request = new MockHttpServletRequest();
        request.setCookies(new jakarta.servlet.http.Cookie(FlashCookie.NAME, value));
        var shown = FlashCookie.take(request, new MockHttpServletResponse()).stream()
                .map(message -> texts().textOrEmpty(message.key(), FlashCookie.values(message)))
                .toList();
        assertThat(String.join("", shown)).isEmpty();
    }

    @Test
    void errorsKeepTheirOrderAndDescribeTheirFields() {
        var errors = Errors.of(new Refusal.Invalid(List.of(
                new Refusal.Invalid.Fault("name", "Too long."), new Refusal.Invalid.Fault("email", "Missing."))));
        assertThat(errors.all().keySet()).containsExactly("name", "email");
        assertThat(errors.describedBy("name", "A hint", null)).isEqualTo("name-hint name-error");
        assertThat(errors.describedBy("role", null, null)).isNull();
    }

    @Test
    void aDeniedLetterIsDeniedEvenWhenItIsAllowedToo() {
        var letters = AccessLetters.of(Access.ALL, Access.of(Action.DELETE));
        assertThat(letters.letters()).extracting(AccessLetters.Letter::style).containsExactly("y", "y", "y", "d");
    }

    @Test
    void staticFilesStayWithinTheirBudget() {
        var assets = Assets.load();
        assertThat(size(assets, "app.css")).isLessThan(10_000);
        assertThat(size(assets, "app.js")).isLessThan(20_000);
        assertThat(size(assets, "icons.svg")).isLessThan(4_000);
        assertThat(Stream.of("app.css", "app.js", "htmx.js", "icons.svg", "favicon.svg", "inter.woff2")
                        .mapToInt(name -> size(assets, name))
                        .sum())
                .as("of 90 kB that a first visit may cost, the page and the headers take the rest")
                .isLessThan(82_500);
        assertThatThrownBy(() -> assets.path("other.css")).hasMessageContaining("other.css");
        assertThatThrownBy(() -> assets.symbol("unicorn")).hasMessageContaining("unicorn");
    }

    @ParameterizedTest
    @CsvSource({
        "/users?q=a, /users?q=a",
        "/, /",
        "//evil.example, /",
        "/\\evil.example, /",
        "https://evil.example, /",
        "'', /"
    })
    void afterTheChoiceOfAThemeOnlyOwnPathsAreReturnedTo(String to, String then) {
        var view =
                new ThemeController().choose("dark", to, new MockHttpServletRequest(), new MockHttpServletResponse());
        assertThat(view).isEqualTo("redirect:" + then);
    }

    private static int size(Assets assets, String name) {
        return assets.find(name).orElseThrow().zipped().length;
    }

    private static Texts texts() {
        try {
            return new Texts(UiConfiguration.messageSource(), Locale.ENGLISH);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
