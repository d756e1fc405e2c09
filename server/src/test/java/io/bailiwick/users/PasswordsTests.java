package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTests {
    private static final List<String> CONTEXT =
            List.of("mara.okafor@northgate.example", "Mara Okafor", "Northgate Telecom");
    private static final Passwords PASSWORDS = new Passwords(HashCost.USUAL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "vellum quorum 9 tadpole",
                "Xk7#qP2!mR9$wL4z",
                "grüße aus dem kaninchenbau",
                "七転び八起き七転び八起きだよねえ皆さん"
            })
    void unrelatedWordsAndRandomCharactersAreTaken(String password) {
        assertThat(PASSWORDS.problem(password, CONTEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaaaaaaaa",
                "1234567890123456",
                "iloveyouiloveyou",
                "mara.okafor@northgate.example",
                "Mara Okafor 2026",
                "Northgate Telecom",
                "Okafor! Okafor! 1a",
                "bailiwickbailiwick"
            })
    void commonWordsPatternsAndTheProfileAreRefused(String password) {
        assertThat(PASSWORDS.problem(password, CONTEXT))
                .hasValueSatisfying(text -> assertThat(text).contains("too easy to guess"));
    }

    @Test
    void fifteenCharactersAreTheFewest() {
        assertThat(PASSWORDS.problem("vellum quorum9", CONTEXT)).hasValue("Use at least 15 characters; this has 14.");
        assertThat(PASSWORDS.problem("vellum quorum 9", CONTEXT)).isEmpty();
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        assertThat(PASSWORDS.problem("🦊🐙🌵🎷🚲🪁", CONTEXT)).hasValue("Use at least 15 characters; this has 6.");
        assertThat(PASSWORDS.problem("vellum quorum 9 tadpole\uD83E", CONTEXT))
                .hasValueSatisfying(text -> assertThat(text).contains("half of one"));
    }

    @Test
    void twoHundredAndFiftySixAreTheMost() {
        var phrase = "vellum quorum 9 tadpole kestrel ";
        assertThat(PASSWORDS.problem(phrase.repeat(8), CONTEXT)).isEmpty();
        assertThat(PASSWORDS.problem(phrase.repeat(8) + "x", CONTEXT))
                .hasValue("Use at most 256 characters; this has 257.");
    }

    @Test
    void aHashIsArgon2idWithItsParameters() {
        var hash = PASSWORDS.hash("correct horse battery staple");

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PASSWORDS.isOutdated(hash)).isFalse();
        assertThat(PASSWORDS.matches("correct horse battery staple", hash)).isTrue();
        assertThat(PASSWORDS.matches("correct horse battery stapler", hash)).isFalse();
        assertThat(PASSWORDS.hash("correct horse battery staple")).isNotEqualTo(hash);
    }

    @Test
    void aHashOfWeakerParametersIsOutdated() {
        var weaker =
                "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 8_192, 1).encode("correct horse battery staple");

        assertThat(PASSWORDS.matches("correct horse battery staple", weaker)).isTrue();
        assertThat(PASSWORDS.isOutdated(weaker)).isTrue();
    }

    @Test
    void howAKeyboardComposesLettersMakesNoDifference() {
        var composed = Normalizer.normalize("grüße aus dem kaninchenbau", Normalizer.Form.NFC);
        var hash = PASSWORDS.hash(composed);

        assertThat(PASSWORDS.matches(Normalizer.normalize(composed, Normalizer.Form.NFD), hash))
                .isTrue();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(PASSWORDS.matches("There is nobody with this address.", null))
                .isFalse();
    }

    @Test
    void manyAtATimeAreAllJudged() throws Exception {
        var hash = PASSWORDS.hash("correct horse battery staple");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var checks = new ArrayList<Callable<Boolean>>();
            for (int number = 0; number < 20; number++) {
                checks.add(() -> PASSWORDS.matches("correct horse battery staple", hash));
            }
            for (Future<Boolean> check : threads.invokeAll(checks)) {
                assertThat(check.get()).isTrue();
            }
        }
    }
}
