package io.bailiwick.links;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of links. A link is good while it has not expired by the database's clock and its user has the address that it
 * was made for.
 */
@Component
class LinkStore {
    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A new link.
     *
     * @param seal of the code, or null when there is none
     */
    record Fresh(
            UUID id,
            AccountId account,
            Purpose purpose,
            UserId user,
            String email,
            @Nullable UserId issuer,
            byte[] hash,
            @Nullable String seal,
            Duration lifetime) {}

    /** A link whose code was tried, and what the right one is sealed with. */
    record Tried(UUID id, String seal) {}

    /** Takes the place of the one that the user had for this purpose. */
    void put(Fresh link) {
        var issuer = link.issuer();
        jdbc.sql("""
                insert into links as l (account, id, purpose, token_hash, code_seal, user_id, email, issuer, expires_at)
                values (:account, :id, :purpose, :hash, :seal, :user, :email, :issuer,
                    clock_timestamp() + make_interval(secs => :lifetime))
                on conflict (account, user_id, purpose) do update set
                    id = excluded.id, token_hash = excluded.token_hash, code_seal = excluded.code_seal, tries = 0,
                    email = excluded.email, issuer = excluded.issuer, created_at = clock_timestamp(),
                    expires_at = excluded.expires_at
                where l.account = :account
                """)
                .param("account", link.account().value())
                .param("id", link.id())
                .param("purpose", link.purpose().word())
                .param("hash", link.hash())
                .param("seal", link.seal())
                .param("user", link.user().value())
                .param("email", link.email())
                .param("issuer", issuer == null ? null : issuer.value())
                .param("lifetime", link.lifetime().toSeconds())
                .update();
    }

    Optional<Link> find(AccountId account, Purpose purpose, byte[] hash) {
        return jdbc.sql("""
                select l.* from links l
                join users_for_links u on u.account = l.account and u.id = l.user_id and u.email_key = l.email_key
                where l.account = :account and l.token_hash = :hash and l.purpose = :purpose
                    and l.expires_at > clock_timestamp()
                """)
                .param("account", account.value())
                .param("hash", hash)
                .param("purpose", purpose.word())
                .query(LinkStore::link)
                .optional();
    }

    Optional<Link> find(AccountId account, Purpose purpose, UserId user) {
        return jdbc.sql("""
                select l.* from links l
                join users_for_links u on u.account = l.account and u.id = l.user_id and u.email_key = l.email_key
                where l.account = :account and l.user_id = :user and l.purpose = :purpose
                    and l.expires_at > clock_timestamp()
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("purpose", purpose.word())
                .query(LinkStore::link)
                .optional();
    }

    /** Takes it away; of many at once one gets it, and the others wait to see whether that one commits. */
    Optional<Link> take(AccountId account, Purpose purpose, byte[] hash) {
        return jdbc.sql("""
                delete from links l using users_for_links u
                where l.account = :account and l.token_hash = :hash and l.purpose = :purpose
                    and l.expires_at > clock_timestamp()
                    and u.account = :account and u.id = l.user_id and u.email_key = l.email_key
                returning l.*
                """)
                .param("account", account.value())
                .param("hash", hash)
                .param("purpose", purpose.word())
                .query(LinkStore::link)
                .optional();
    }

    /** As {@link #take}, of the id. */
    Optional<Link> take(AccountId account, UUID id) {
        return jdbc.sql("""
                delete from links l using users_for_links u
                where l.account = :account and l.id = :id and l.expires_at > clock_timestamp()
                    and u.account = :account and u.id = l.user_id and u.email_key = l.email_key
                returning l.*
                """)
                .param("account", account.value())
                .param("id", id)
                .query(LinkStore::link)
                .optional();
    }

    /** Counts a try of the code; empty when there is none or it was tried that often already. */
    Optional<Tried> count(AccountId account, Purpose purpose, UserId user, int most) {
        return jdbc.sql("""
                update links set tries = tries + 1
                where account = :account and user_id = :user and purpose = :purpose and code_seal is not null
                    and tries < :most and expires_at > clock_timestamp()
                returning id, code_seal
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("purpose", purpose.word())
                .param("most", most)
                .query((row, number) -> new Tried(row.getObject("id", UUID.class), row.getString("code_seal")))
                .optional();
    }

    /** Counts a request; false when there were as many within an hour of the first one: then nothing is counted. */
    boolean countRequest(AccountId account, Purpose purpose, UserId user, int most) {
        return jdbc.sql("""
                insert into link_requests as r (account, user_id, purpose, since, number)
                values (:account, :user, :purpose, clock_timestamp(), 1)
                on conflict (account, user_id, purpose) do update set
                    number = case when r.since < clock_timestamp() - interval '1 hour' then 1 else r.number + 1 end,
                    since = case when r.since < clock_timestamp() - interval '1 hour'
                        then clock_timestamp() else r.since end
                where r.account = :account and (r.number < :most or r.since < clock_timestamp() - interval '1 hour')
                """)
                        .param("account", account.value())
                        .param("user", user.value())
                        .param("purpose", purpose.word())
                        .param("most", most)
                        .update()
                > 0;
    }

    void delete(AccountId account, UserId user, Purpose purpose) {
        jdbc.sql("delete from links where account = :account and user_id = :user and purpose = :purpose")
                .param("account", account.value())
                .param("user", user.value())
                .param("purpose", purpose.word())
                .update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var issuer = row.getObject("issuer", UUID.class);
        return new Link(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                Purpose.of(row.getString("purpose")),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                issuer == null ? null : new UserId(issuer),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
