package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/users",
                "/users?q=a%20b&sort=-name",
                "/users?q=last%3A%3C90d+-group%3A%22a+b%22%2C%2F%25%C3%BC",
                "/me/sessions",
                "/explain?path=/a/b"
            })
    void pagesOfThePanelAreKept(String asked) {
        assertThat(NextPage.of(asked).address()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/", "http://localhost:3000/orders?x=1", "http://[::1]:3000/"})
    void pagesElsewhereAreKnownAsSuch(String asked) {
        assertThat(NextPage.of(asked).isOurs()).isFalse();
        assertThat(NextPage.of(asked).address()).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "users",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https://me@evil.example/",
                "https://evil.example/../x",
                "https://evil.example:port/",
                "https://EVIL.example/",
                "ftp://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "/%2f/evil.example",
                "/%5cevil.example",
                "/..//evil.example",
                "/a/../../evil.example",
                "/\tevil.example",
                "/\r\nSet-Cookie: a=b",
                " /users",
                "/users#x",
                "/{x}",
                "/sign-in",
                "/sign-out",
                "/ünder",
                "/users?q=\u2028"
            })
    void everythingElseIsTheHomePage(String asked) {
        assertThat(NextPage.of(asked).address()).isEqualTo("/");
    }
}
