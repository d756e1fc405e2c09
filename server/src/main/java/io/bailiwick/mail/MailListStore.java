package io.bailiwick.mail;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.OpenedMail.Try;
import io.bailiwick.tokens.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is read of the outbox. */
@Component
class MailListStore {
    private final JdbcClient jdbc;

    MailListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page begins: after this mail, newest first. */
    record Place(Instant createdAt, UUID id) {}

    List<Mail> list(AccountId account, MailFilter filter, @Nullable Place after, int limit) {
        return jdbc.sql("""
                select * from mails
                where account = :account
                    and (:state::text is null or state = :state)
                    and (:kind = '' or kind = :kind)
                    and (:user::uuid is null or user_id = :user)
                    and (:q = '%%' or search like lower(:q))
                    and (:id::uuid is null or (created_at, id) < (:createdAt, :id))
                order by created_at desc, id desc
                limit :limit
                """)
                .params(parameters(account, filter))
                .param("id", after == null ? null : after.id())
                .param("createdAt", after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(MailListStore::mail)
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, MailFilter filter) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from mails
                    where account = :account
                        and (:state::text is null or state = :state)
                        and (:kind = '' or kind = :kind)
                        and (:user::uuid is null or user_id = :user)
                        and (:q = '%%' or search like lower(:q))
                    limit :most
                ) matches
                """)
                .params(parameters(account, filter))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    Optional<Mail> find(AccountId account, MailId id) {
        return jdbc.sql("select * from mails where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(MailListStore::mail)
                .optional();
    }

    /** The letter as it is stored. */
    String letter(AccountId account, MailId id) {
        return jdbc.sql("select letter from mails where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** Newest first. */
    List<Try> tries(AccountId account, MailId id) {
        return jdbc.sql("""
                select at, reason from mail_tries where account = :account and mail = :mail order by id desc limit 100
                """)
                .param("account", account.value())
                .param("mail", id.value())
                .query((row, number) -> new Try(time(row, "at"), row.getString("reason")))
                .list();
    }

    private static Map<String, @Nullable Object> parameters(AccountId account, MailFilter filter) {
        var parameters = new HashMap<String, @Nullable Object>();
        var state = filter.state();
        var user = filter.user();
        parameters.put("account", account.value());
        parameters.put("state", state == null ? null : stored(state).word());
        parameters.put("kind", filter.kind());
        parameters.put("user", user == null ? null : user.value());
        parameters.put("q", Like.anywhere(filter.q()));
        return parameters;
    }

    /** What is held is waiting, as far as the database knows. */
    private static MailState stored(MailState state) {
        return state == MailState.HELD ? MailState.WAITING : state;
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        var user = row.getObject("user_id", UUID.class);
        return new Mail(
                new MailId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                user == null ? null : new UserId(user),
                row.getString("name"),
                row.getString("email"),
                row.getString("subject"),
                MailState.of(row.getString("state")),
                row.getBoolean("secret"),
                row.getBoolean("wiped"),
                row.getInt("tries"),
                row.getString("reason"),
                time(row, "created_at"),
                time(row, "next_try_at"),
                row.getObject("sent_at") == null ? null : time(row, "sent_at"),
                row.getLong("version"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
