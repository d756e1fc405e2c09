package io.bailiwick.sessions;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every comparison of times is made by the database's clock. */
@Component
class SessionStore {
    private final JdbcClient jdbc;
    private final SessionSettings settings;

    SessionStore(JdbcClient jdbc, SessionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A live session and how long it stays so unless it is used. */
    record Found(Session session, Duration remaining) {}

    void insert(AccountId account, UUID id, byte[] hash, UserId user, String address, String userAgent) {
        jdbc.sql("""
                insert into sessions (account, id, token_hash, user_id, expires_at, address, user_agent)
                values (:account, :id, :hash, :user, now() + make_interval(secs => :lifetime), :address, :userAgent)
                """)
                .param("account", account.value())
                .param("id", id)
                .param("hash", hash)
                .param("user", user.value())
                .param("lifetime", settings.lifetime().toSeconds())
                .param("address", address)
                .param("userAgent", userAgent)
                .update();
    }

    Optional<Found> find(AccountId account, byte[] hash) {
        return jdbc.sql("""
                select s.account, s.id, s.user_id, u.email, u.email_verified, u.name, u.role, u.time_zone, u.password_change_due,
                    1000 * extract(epoch from
                        least(s.expires_at, s.last_seen_at + make_interval(secs => :idle)) - now()) as remaining
                from sessions s
                join users_for_sessions u on u.account = s.account and u.id = s.user_id
                where s.account = :account and s.token_hash = :hash and u.status = 'active'
                    and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => :idle)
                """)
                .param("account", account.value())
                .param("hash", hash)
                .param("idle", settings.idle().toSeconds())
                .query((row, number) -> new Found(session(row), Duration.ofMillis(row.getLong("remaining"))))
                .optional();
    }

    Optional<Session> find(AccountId account, UUID id) {
        return jdbc.sql("""
                select s.account, s.id, s.user_id, u.email, u.email_verified, u.name, u.role, u.time_zone, u.password_change_due
                from sessions s
                join users_for_sessions u on u.account = s.account and u.id = s.user_id
                where s.account = :account and s.id = :id
                """)
                .param("account", account.value())
                .param("id", id)
                .query((row, number) -> session(row))
                .optional();
    }

    boolean isOpen(AccountId account, UUID id) {
        return jdbc.sql("""
                select exists (
                    select 1 from sessions s
                    join users_for_sessions u on u.account = s.account and u.id = s.user_id
                    where s.account = :account and s.id = :id and u.status = 'active'
                        and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => :idle)
                )
                """)
                .param("account", account.value())
                .param("id", id)
                .param("idle", settings.idle().toSeconds())
                .query(Boolean.class)
                .single();
    }

    List<SeenSession> list(AccountId account, UserId user) {
        return jdbc.sql("""
                select id, created_at, last_seen_at, address, user_agent from sessions
                where account = :account and user_id = :user
                    and expires_at > now() and last_seen_at > now() - make_interval(secs => :idle)
                order by last_seen_at desc, id
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("idle", settings.idle().toSeconds())
                .query(SessionStore::seen)
                .list();
    }

    /** The session goes on under another token. */
    void renew(AccountId account, UUID id, byte[] hash) {
        jdbc.sql("""
                update sessions set token_hash = :hash where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    boolean delete(AccountId account, UserId user, UUID id) {
        return jdbc.sql("""
                delete from sessions where account = :account and user_id = :user and id = :id
                """)
                        .param("account", account.value())
                        .param("user", user.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    void deleteAll(AccountId account, UserId user) {
        jdbc.sql("""
                delete from sessions where account = :account and user_id = :user
                """)
                .param("account", account.value())
                .param("user", user.value())
                .update();
    }

    List<UUID> deleteOthers(AccountId account, UserId user, UUID kept) {
        return jdbc.sql("""
                delete from sessions where account = :account and user_id = :user and id <> :kept returning id
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("kept", kept)
                .query(UUID.class)
                .list();
    }

    /** Sweeps up what of this user's is over. */
    void deleteExpired(AccountId account, UserId user) {
        jdbc.sql("""
                delete from sessions where account = :account and user_id = :user
                    and (expires_at <= now() or last_seen_at <= now() - make_interval(secs => :idle))
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("idle", settings.idle().toSeconds())
                .update();
    }

    /** Sweeps up what is over of an account; returns how many sessions that were. */
    int deleteExpired(AccountId account) {
        return jdbc.sql("""
                delete from sessions where account = :account
                    and (expires_at <= now() or last_seen_at <= now() - make_interval(secs => :idle))
                """)
                .param("account", account.value())
                .param("idle", settings.idle().toSeconds())
                .update();
    }

    /** Notes the use of sessions, each so many milliseconds ago; what has ended in between stays ended. */
    void saw(AccountId account, Map<UUID, Long> ages) {
        jdbc.sql("""
                update sessions s set last_seen_at = greatest(s.last_seen_at, now() - seen.age * interval '1 millisecond')
                from unnest(:ids::uuid[], :ages::bigint[]) as seen (id, age)
                where s.account = :account and s.id = seen.id
                    and s.last_seen_at > now() - make_interval(secs => :idle)
                """)
                .param("account", account.value())
                .param("ids", ages.keySet().toArray(UUID[]::new))
                .param("ages", ages.values().toArray(Long[]::new))
                .param("idle", settings.idle().toSeconds())
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("password_change_due"));
    }

    private static SeenSession seen(ResultSet row, int number) throws SQLException {
        return new SeenSession(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("user_agent"));
    }
}
