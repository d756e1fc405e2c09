package io.bailiwick.signin;

import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counter. An attempt is counted before its password is looked at, in one statement, and a success takes the count
 * back: so attempts in parallel can never outnumber what the counter allows.
 */
@Component
class AttemptStore {
    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How attempts are slowed down.
     *
     * @param free how many may fail before the door closes for a second; each further one doubles that
     * @param longest the door is never closed for longer
     * @param memory after so long without an attempt the count begins anew
     */
    record SlowDown(int free, Duration longest, Duration memory) {}

    /** Counts an attempt; false when the door is closed: then nothing is counted. */
    boolean count(AccountId account, String email, SlowDown slowDown) {
        return jdbc.sql("""
                insert into sign_in_failures as f (account, email_key, failures, last_failed_at)
                values (:account, lower(:email collate pg_c_utf8), 1, clock_timestamp())
                on conflict (account, email_key) do update set
                    failures = case when f.last_failed_at < clock_timestamp() - make_interval(secs => :memory)
                        then 1 else f.failures + 1 end,
                    last_failed_at = clock_timestamp(),
                    locked_until = case
                        when f.last_failed_at >= clock_timestamp() - make_interval(secs => :memory)
                            and f.failures + 1 >= :free
                        then clock_timestamp()
                            + least(:longest, power(2, least(30, f.failures + 1 - :free))) * interval '1 second' end
                where f.locked_until is null or f.locked_until <= clock_timestamp()
                """)
                        .param("account", account.value())
                        .param("email", email)
                        .param("free", slowDown.free())
                        .param("longest", slowDown.longest().toSeconds())
                        .param("memory", slowDown.memory().toSeconds())
                        .update()
                > 0;
    }

    /** How long the door stays closed; empty when it is open. */
    Optional<Duration> closedFor(AccountId account, String email) {
        return jdbc.sql("""
                select 1000 * extract(epoch from locked_until - clock_timestamp()) from sign_in_failures
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                    and locked_until > clock_timestamp()
                """)
                .param("account", account.value())
                .param("email", email)
                .query((row, number) -> Duration.ofMillis(row.getLong(1)))
                .optional();
    }

    /** Until when the door is closed; empty when it is open. */
    Optional<Instant> lockedUntil(AccountId account, String email) {
        return jdbc.sql("""
                select locked_until from sign_in_failures
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                    and locked_until > clock_timestamp()
                """)
                .param("account", account.value())
                .param("email", email)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Takes one attempt back: its password could not be looked at. */
    void takeBack(AccountId account, String email) {
        jdbc.sql("""
                update sign_in_failures set failures = greatest(0, failures - 1), locked_until = null
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                """).param("account", account.value()).param("email", email).update();
    }

    /** Deletes what counts for nothing any more; how many that were. */
    int deleteForgotten(AccountId account, Duration memory) {
        return jdbc.sql("""
                delete from sign_in_failures
                where account = :account and last_failed_at < clock_timestamp() - make_interval(secs => :memory)
                    and (locked_until is null or locked_until <= clock_timestamp())
                """)
                .param("account", account.value())
                .param("memory", memory.toSeconds())
                .update();
    }

    /** Whether there was anything to forget. */
    boolean reset(AccountId account, String email) {
        return jdbc.sql("""
                delete from sign_in_failures where account = :account and email_key = lower(:email collate pg_c_utf8)
                """)
                        .param("account", account.value())
                        .param("email", email)
                        .update()
                > 0;
    }
}
