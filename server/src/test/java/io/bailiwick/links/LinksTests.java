package io.bailiwick.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.PanelTest;
import io.bailiwick.tokens.Secret;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.Users;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** One-time links: once, for a while, for one purpose, one user and one address. */
@PanelTest
class LinksTests {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MANY = 50;

    @Autowired
    private Links links;

    @Autowired
    private Users users;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aLinkIsFoundAndUsedUpOnce() {
        var person = cast.extra("Lena Link");
        var secret = issue(Purpose.PASSWORD_RESET, person);

        var found = links.find(Purpose.PASSWORD_RESET, secret.text()).orElseThrow();
        assertThat(found.user()).isEqualTo(person.id());
        assertThat(found.email()).isEqualTo(person.email());
        assertThat(found.issuer()).isEqualTo(cast.ada.id());
        assertThat(Duration.between(found.createdAt(), found.expiresAt()))
                .isBetween(HOUR.minusSeconds(1), HOUR.plusSeconds(1));
        assertThat(links.open(person.account().id(), Purpose.PASSWORD_RESET, person.id()))
                .contains(found);
        assertThat(redeem(Purpose.PASSWORD_RESET, secret)).contains(found);
        assertThat(redeem(Purpose.PASSWORD_RESET, secret)).isEmpty();
        assertThat(links.find(Purpose.PASSWORD_RESET, secret.text())).isEmpty();
    }

    @Test
    void usedOnceMeansOnceUnderFiftyUsesAtOnce() {
        var person = cast.extra("Paula Parallel");
        var secret = issue(Purpose.PASSWORD_RESET, person);

        var used = atOnce(() -> redeem(Purpose.PASSWORD_RESET, secret));

        assertThat(used.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotUsedUp() {
        var person = cast.extra("Rolla Back");
        var secret = issue(Purpose.PASSWORD_RESET, person);

        transactions.executeWithoutResult(status -> {
            assertThat(links.redeem(Purpose.PASSWORD_RESET, secret.text())).isPresent();
            status.setRollbackOnly();
        });

        assertThat(redeem(Purpose.PASSWORD_RESET, secret)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void aLinkIsWorthNothingForAnotherPurpose(Purpose purpose) {
        var secret = issue(purpose, cast.nora);

        for (var other : Purpose.values()) {
            assertThat(links.find(other, secret.text()).isPresent()).isEqualTo(other == purpose);
            assertThat(redeem(other, secret).isPresent()).isEqualTo(other == purpose);
        }
    }

    @Test
    void aNewerLinkEndsTheOneBefore() {
        var person = cast.extra("Nina Newer");
        var before = issue(Purpose.PASSWORD_RESET, person);
        var other = issue(Purpose.VERIFICATION, person);
        var after = issue(Purpose.PASSWORD_RESET, person);

        assertThat(redeem(Purpose.PASSWORD_RESET, before)).isEmpty();
        assertThat(redeem(Purpose.PASSWORD_RESET, after)).isPresent();
        assertThat(redeem(Purpose.VERIFICATION, other)).isPresent();
    }

    @Test
    void theDatabasesClockSaysWhenALinkIsOver() {
        var person = cast.extra("Clara Clock");
        var secret = issue(Purpose.VERIFICATION, person);
        jdbc.sql("update links set expires_at = clock_timestamp() where user_id = :user")
                .param("user", person.id().value())
                .update();

        assertThat(links.find(Purpose.VERIFICATION, secret.text())).isEmpty();
        assertThat(links.open(person.account().id(), Purpose.VERIFICATION, person.id()))
                .isEmpty();
        assertThat(redeem(Purpose.VERIFICATION, secret)).isEmpty();
    }

    @Test
    void anotherAddressEndsEveryLink() {
        var person = cast.extra("Addi Address");
        var secrets = java.util.Arrays.stream(Purpose.values())
                .map(purpose -> issue(purpose, person))
                .toList();

        users.update(cast.ada.actor(), person.id(), form -> form.withEmail("addi.new@people.example"), null, null);

        for (int place = 0; place < secrets.size(); place++) {
            assertThat(redeem(Purpose.values()[place], secrets.get(place))).isEmpty();
        }
    }

    @Test
    void aLinkForAnAddressThatTheUserHasNoMoreIsWorthNothing() {
        var person = cast.extra("Olda Old");
        var secret = transact(() -> links.issue(
                person.account().id(), Purpose.VERIFICATION, person.id(), "before@people.example", null, HOUR));

        assertThat(links.find(Purpose.VERIFICATION, secret.text())).isEmpty();
        assertThat(redeem(Purpose.VERIFICATION, secret)).isEmpty();
    }

    @Test
    void anotherPasswordEndsWhatWouldGiveOne() {
        var person = cast.extra("Petra Superseded");
        var reset = issue(Purpose.PASSWORD_RESET, person);
        var recovery = issue(Purpose.RECOVERY, person);
        var verification = issue(Purpose.VERIFICATION, person);

        credentials.assign(cast.ada.actor(), person.id(), "orchid gravel lantern 12", false, null);

        assertThat(redeem(Purpose.PASSWORD_RESET, reset)).isEmpty();
        assertThat(redeem(Purpose.RECOVERY, recovery)).isEmpty();
        assertThat(redeem(Purpose.VERIFICATION, verification)).isPresent();
    }

    @Test
    void disablingAndDeletingEndEveryLink() {
        var disabled = cast.extra("Dina Disabled");
        var ofDisabled = issue(Purpose.PASSWORD_RESET, disabled);
        var deleted = cast.extra("Delia Deleted");
        var ofDeleted = issue(Purpose.PASSWORD_RESET, deleted);

        users.update(cast.ada.actor(), disabled.id(), form -> form.withStatus("disabled"), null, null);
        users.update(cast.ada.actor(), disabled.id(), form -> form.withStatus("active"), null, null);
        users.delete(cast.ada.actor(), deleted.id(), null);

        assertThat(redeem(Purpose.PASSWORD_RESET, ofDisabled)).isEmpty();
        assertThat(redeem(Purpose.PASSWORD_RESET, ofDeleted)).isEmpty();
    }

    @Test
    void aWithdrawnLinkIsWorthNothing() {
        var person = cast.extra("Lena Lapsed");
        var secret = issue(Purpose.INVITATION, person);

        links.withdraw(person.account().id(), person.id(), Purpose.INVITATION);

        assertThat(redeem(Purpose.INVITATION, secret)).isEmpty();
    }

    @Test
    void whatIsNoTokenIsNoLink() {
        var secret = issue(Purpose.VERIFICATION, cast.kevin);
        var shadows =
                cast.shadow.shortId() + secret.text().substring(secret.text().indexOf('.'));

        for (var text : List.of("", "x", "\u0000", secret.text() + "x", "zzzz.x", shadows)) {
            assertThat(links.find(Purpose.VERIFICATION, text)).isEmpty();
        }
    }

    @Test
    void neitherTokenNorCodeIsStored() {
        var person = cast.extra("Stora Stored");
        var issued = issueWithCode(person);

        var row = jdbc.sql("select l::text from links l where user_id = :user")
                .param("user", person.id().value())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(issued.secret().text()).doesNotContain("," + issued.code() + ",");
        assertThat(issued.toString())
                .doesNotContain(issued.code(), issued.secret().text());
    }

    @Test
    void theCodeStandsForTheLinkOnce() {
        var person = cast.extra("Coda Code");
        var issued = issueWithCode(person);

        assertThat(issued.code()).matches("[0-9]{6}");
        var used = atOnce(() -> tryCode(person, issued.code()));

        assertThat(used.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(redeem(Purpose.VERIFICATION, issued.secret())).isEmpty();
    }

    @Test
    void aCodeIsDeadAfterFiveTriesAndTheLinkLivesOn() {
        var person = cast.extra("Tria Tries");
        var issued = issueWithCode(person);
        var wrong = issued.code().equals("000000") ? "000001" : "000000";

        assertThat(atOnce(() -> tryCode(person, wrong))).allMatch(Optional::isEmpty);

        assertThat(tryCode(person, issued.code())).isEmpty();
        assertThat(redeem(Purpose.VERIFICATION, issued.secret())).isPresent();
    }

    @Test
    void aTryIsCountedThoughTheCallerRollsBack() {
        var person = cast.extra("Rita Rollback");
        issueWithCode(person);

        for (int tries = 0; tries < Links.TRIES; tries++) {
            transactions.executeWithoutResult(status -> {
                tryCode(person, "no code");
                status.setRollbackOnly();
            });
        }

        assertThat(jdbc.sql("select tries from links where user_id = :user")
                        .param("user", person.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(Links.TRIES);
    }

    @Test
    void aRightCodeUsesNothingUpWhenTheCallerRollsBack() {
        var person = cast.extra("Rosa Rollback");
        var issued = issueWithCode(person);

        transactions.executeWithoutResult(status -> {
            assertThat(tryCode(person, issued.code())).isPresent();
            status.setRollbackOnly();
        });

        assertThat(tryCode(person, issued.code())).isPresent();
        assertThat(tryCode(person, issued.code())).isEmpty();
    }

    @Test
    void aCodeIsOneUsersAlone() {
        var person = cast.extra("Una Own");
        var issued = issueWithCode(person);
        issueWithCode(cast.sami);

        assertThat(tryCode(cast.sami, issued.code())).isEmpty();
        assertThat(tryCode(person, issued.code())).isPresent();
    }

    @Test
    void aLinkIsMadeAndUsedInATransactionOnly() {
        var account = cast.northgate.id();

        assertThatThrownBy(
                        () -> links.issue(account, Purpose.INVITATION, cast.nora.id(), cast.nora.email(), null, HOUR))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> links.redeem(Purpose.INVITATION, "x"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aProvenAddressIsVerifiedUntilItChanges() {
        var person = cast.extra("Vera Verified");
        var account = person.account().id();
        var ada = cast.ada.actor();

        users.verified(account, person.id(), "another@people.example");
        assertThat(users.get(ada, person.id()).emailVerified()).isFalse();

        users.verified(account, person.id(), person.email());
        users.verified(account, person.id(), person.email());
        assertThat(users.get(ada, person.id()).emailVerified()).isTrue();
        assertThat(users.get(ada, person.id()).version()).isEqualTo(2);

        users.update(ada, person.id(), form -> form.withEmail("VERA.Verified@people.example"), null, null);
        assertThat(users.get(ada, person.id()).emailVerified()).isTrue();

        users.update(ada, person.id(), form -> form.withEmail("vera.changed@people.example"), null, null);
        assertThat(users.get(ada, person.id()).emailVerified()).isFalse();
    }

    private Secret issue(Purpose purpose, Person person) {
        return transact(
                () -> links.issue(person.account().id(), purpose, person.id(), person.email(), cast.ada.id(), HOUR));
    }

    private Issued issueWithCode(Person person) {
        return transact(() -> links.issueWithCode(
                person.account().id(), Purpose.VERIFICATION, person.id(), person.email(), null, HOUR));
    }

    private Optional<Link> redeem(Purpose purpose, Secret secret) {
        return transact(() -> links.redeem(purpose, secret.text()));
    }

    private Optional<Link> tryCode(Person person, String code) {
        return links.tryCode(person.account().id(), Purpose.VERIFICATION, person.id(), code)
                .flatMap(right -> transact(() -> links.redeem(person.account().id(), right)));
    }

    private <T> T transact(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private static <T> List<T> atOnce(Callable<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, MANY)
                    .mapToObj(number -> threads.submit(work))
                    .toList();
            return all.stream().map(LinksTests::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
