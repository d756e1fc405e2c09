package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara@northgate.example",
                "MARA.Okafor+panel@sub.northgate.example",
                "o'brien@northgate.example",
                "admin@localhost",
                "a@xn--bcher-kva.example"
            })
    void ordinaryAddressesAreTaken(String email) {
        assertThat(Emails.isValid(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara",
                "@northgate.example",
                "mara@",
                "mara@northgate,example",
                "mara@north gate.example",
                "mara..okafor@northgate.example",
                ".mara@northgate.example",
                "mara@-northgate.example",
                "mara@northgate.example.",
                "mara@@northgate.example",
                "mara@northgate.example\r\nBcc: all@northgate.example",
                "mаra@northgate.example",
                "\"mara okafor\"@northgate.example",
                "mara@[192.0.2.1]",
                "Mara <mara@northgate.example>"
            })
    void whatIsNoneOrLooksLikeAnotherIsRefused(String email) {
        assertThat(Emails.isValid(email)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 250})
    void longerThanAnyMailServerTakesIsRefused(int length) {
        assertThat(Emails.isValid("x".repeat(length) + "@northgate.example")).isFalse();
    }
}
