package io.bailiwick.mail;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

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
                .param("secret", letter.isSecret())
                .update();
    }

    /** A mail that is being handed over right now has left. Link and code are dead in all that there are. */
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
}
