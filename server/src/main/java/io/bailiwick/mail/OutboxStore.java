package io.bailiwick.mail;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is written to the outbox. Times are those of the database. */
@Component
class OutboxStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutboxStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(AccountId account, UUID id, Letter letter) {
        var user = letter.user();
        jdbc.sql("""
                insert into mails (account, id, kind, user_id, name, email, subject, letter, secret)
                values (:account, :id, :kind, :user, :name, :email, :subject, :letter::jsonb, :secret)
                """)
                .param("account", account.value())
                .param("id", id)
                .param("kind", letter.kind())
                .param("user", user == null ? null : user.value())
                .param("name", letter.name())
                .param("email", letter.email())
                .param("subject", letter.subject())
                .param("letter", json.writeValueAsString(letter))
                .param("secret", letter.carriesSecret())
                .update();
    }

    /** What is being handed over right now counts as gone. Link and code are dead in all that there are. */
    void withdraw(AccountId account, UserId user, String kind) {
        jdbc.sql("""
                update mails set state = case state when 'sent' then state else 'withdrawn' end,
                    letter = letter - 'button' - 'code', wiped = secret, version = version + 1
                where account = :account and id in (
                    select id from mails
                    where account = :account and user_id = :user and kind = :kind
                        and state <> 'withdrawn' and not (state = 'sent' and (wiped or not secret))
                    for update skip locked
                )
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("kind", kind)
                .update();
    }

    List<AccountId> accountsWithDue() {
        return jdbc.sql("""
                select a.id from accounts_for_mail a
                where exists (
                    select 1 from mails m
                    where m.account = a.id and m.state = 'waiting' and m.next_try_at <= clock_timestamp()
                )
                """)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The letter that is due longest, unless another node has it in hand; its row is locked. */
    Optional<Outgoing> take(AccountId account, Duration giveUp) {
        return jdbc.sql("""
                select id, email, letter, queued_at, tries,
                    queued_at + :giveUp * interval '1 millisecond' < clock_timestamp() as stale
                from mails
                where account = :account and state = 'waiting' and next_try_at <= clock_timestamp()
                order by next_try_at
                limit 1
                for update skip locked
                """)
                .param("account", account.value())
                .param("giveUp", giveUp.toMillis())
                .query(OutboxStore::outgoing)
                .optional();
    }

    void sent(AccountId account, UUID id) {
        jdbc.sql("""
                update mails set state = 'sent', sent_at = clock_timestamp(), reason = null, tries = tries + 1,
                    version = version + 1
                where account = :account and id = :id
                """).param("account", account.value()).param("id", id).update();
        tried(account, id, null);
    }

    /** Notes why it was not taken, and tries again after the wait unless that is no use or too late. Returns its state. */
    String missed(AccountId account, UUID id, SendingFault fault, Duration wait, Duration giveUp) {
        tried(account, id, fault.reason());
        return jdbc.sql("""
                update mails set tries = tries + 1, reason = :reason, version = version + 1,
                    next_try_at = clock_timestamp() + :wait * interval '1 millisecond',
                    state = case
                        when :forGood or clock_timestamp() + :wait * interval '1 millisecond'
                            > queued_at + :giveUp * interval '1 millisecond' then 'failed'
                        else 'waiting' end
                where account = :account and id = :id
                returning state
                """)
                .param("account", account.value())
                .param("id", id)
                .param("reason", fault.reason())
                .param("forGood", fault.forGood())
                .param("wait", wait.toMillis())
                .param("giveUp", giveUp.toMillis())
                .query(String.class)
                .single();
    }

    /** Gives up without a try. */
    void failed(AccountId account, UUID id, String reason) {
        jdbc.sql("""
                update mails set state = 'failed', reason = :reason, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    /** Whether nobody has it in hand: then its row is locked. */
    boolean lock(AccountId account, UUID id) {
        return jdbc.sql("""
                select id from mails where account = :account and id = :id for update skip locked
                """)
                .param("account", account.value())
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Due at once, as if new. */
    void requeue(AccountId account, UUID id) {
        jdbc.sql("""
                update mails set state = 'waiting', sent_at = null, reason = null, tries = 0,
                    queued_at = clock_timestamp(), next_try_at = clock_timestamp(), version = version + 1
                where account = :account and id = :id
                """).param("account", account.value()).param("id", id).update();
    }

    /** Wipes link and code from what left before then, and removes what was put here before that. */
    void sweep(Duration secrets, Duration all) {
        jdbc.sql("""
                update mails m set letter = letter - 'button' - 'code', wiped = true, version = version + 1
                from accounts_for_mail a
                where m.account = a.id and m.state = 'sent' and m.secret and not m.wiped
                    and m.sent_at < clock_timestamp() - :secrets * interval '1 millisecond'
                """).param("secrets", secrets.toMillis()).update();
        jdbc.sql("""
                delete from mails m using accounts_for_mail a
                where m.account = a.id and m.queued_at < clock_timestamp() - :all * interval '1 millisecond'
                """).param("all", all.toMillis()).update();
    }

    private void tried(AccountId account, UUID mail, @Nullable String reason) {
        jdbc.sql("""
                insert into mail_tries (account, mail, id, reason) values (:account, :mail, :id, :reason)
                """)
                .param("account", account.value())
                .param("mail", mail)
                .param("id", Ids.next())
                .param("reason", reason)
                .update();
    }

    private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
        return new Outgoing(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("letter"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getBoolean("stale"));
    }
}
