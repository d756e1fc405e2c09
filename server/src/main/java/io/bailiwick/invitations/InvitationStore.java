package io.bailiwick.invitations;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of invitations. */
@Component
class InvitationStore {
    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Invites these users, or invites them again.
     *
     * @param note null to keep what was said before
     */
    void put(Actor actor, Collection<UserId> users, @Nullable String note, Duration lifetime) {
        var inviter = actor.user();
        jdbc.sql("""
                insert into invitations as before
                    (account, user_id, inviter, inviter_name, inviter_email, note, sent_at, expires_at)
                select :account, invited.id, :inviter::uuid, :name, :email, coalesce(:note, ''),
                    clock_timestamp(), clock_timestamp() + make_interval(secs => :lifetime)
                from unnest(:users::uuid[]) as invited (id)
                on conflict (account, user_id) do update set
                    inviter = excluded.inviter, inviter_name = excluded.inviter_name,
                    inviter_email = excluded.inviter_email, note = coalesce(:note, before.note),
                    sent_at = excluded.sent_at, expires_at = excluded.expires_at
                where before.account = :account
                """)
                .param("account", actor.account().value())
                .param("users", ids(users))
                .param("inviter", inviter == null ? null : inviter.value())
                .param("name", actor.name())
                .param("email", inviter == null ? "" : actor.email())
                .param("note", note)
                .param("lifetime", lifetime.toSeconds())
                .update();
    }

    /** Remembers by which links users were invited. */
    void remember(AccountId account, List<UserId> users, List<byte[]> hashes) {
        jdbc.sql("""
                insert into invitation_tokens (account, token_hash, user_id)
                select :account, decode(sent.hash, 'hex'), sent.id
                from unnest(:users::uuid[], :hashes::text[]) as sent (id, hash)
                """)
                .param("account", account.value())
                .param("users", ids(users))
                .param("hashes", hashes.stream().map(HexFormat.of()::formatHex).toArray(String[]::new))
                .update();
    }

    List<Invitation> all(AccountId account, Collection<UserId> users) {
        return jdbc.sql("""
                select *, expires_at <= clock_timestamp() as expired from invitations
                where account = :account and user_id = any(:users)
                """)
                .param("account", account.value())
                .param("users", ids(users))
                .query(InvitationStore::invitation)
                .list();
    }

    Optional<Invitation> find(AccountId account, UserId user) {
        return all(account, List.of(user)).stream().findFirst();
    }

    /** Who was once invited by the link, if he is still there. */
    Optional<UserId> invitedBy(AccountId account, byte[] hash) {
        return jdbc.sql("select user_id from invitation_tokens where account = :account and token_hash = :hash")
                .param("account", account.value())
                .param("hash", hash)
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .optional();
    }

    /** The invitation's time is over. */
    void end(AccountId account, UserId user) {
        jdbc.sql("""
                update invitations set expires_at = least(expires_at, clock_timestamp())
                where account = :account and user_id = :user
                """)
                .param("account", account.value())
                .param("user", user.value())
                .update();
    }

    void delete(AccountId account, UserId user) {
        jdbc.sql("delete from invitations where account = :account and user_id = :user")
                .param("account", account.value())
                .param("user", user.value())
                .update();
    }

    private static UUID[] ids(Collection<UserId> users) {
        return users.stream().map(UserId::value).toArray(UUID[]::new);
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        var inviter = row.getObject("inviter", UUID.class);
        return new Invitation(
                new UserId(row.getObject("user_id", UUID.class)),
                inviter == null ? null : new UserId(inviter),
                row.getString("inviter_name"),
                row.getString("inviter_email"),
                row.getString("note"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("expired"));
    }
}
