package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What users sign in with. */
@Component
class CredentialStore {
    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one user signs in with.
     *
     * @param password the hash, or null when there is none yet
     */
    record Credential(
            UserId user, UserStatus status, @Nullable String password) {}

    Optional<Credential> find(AccountId account, String email) {
        return jdbc.sql("""
                select id, status, password from users
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                """)
                .param("account", account.value())
                .param("email", email)
                .query(CredentialStore::credential)
                .optional();
    }

    Optional<Credential> find(AccountId account, UserId user) {
        return jdbc.sql("select id, status, password from users where account = :account and id = :user")
                .param("account", account.value())
                .param("user", user.value())
                .query(CredentialStore::credential)
                .optional();
    }

    /** Whether the user is active and has the password of that hash. */
    boolean has(AccountId account, UserId user, String password) {
        return jdbc.sql("""
                select exists (
                    select 1 from users
                    where account = :account and id = :user and password = :password and status = 'active'
                )
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("password", password)
                .query(Boolean.class)
                .single();
    }

    /** Whoever was invited is active with it. */
    void set(AccountId account, UserId user, String password, boolean changeDue) {
        jdbc.sql("""
                update users set password = :password, password_change_due = :changeDue, version = version + 1,
                    status = case status when 'invited' then 'active' else status end
                where account = :account and id = :user
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("password", password)
                .param("changeDue", changeDue)
                .update();
    }

    /** The same password under another hash, unless it was changed meanwhile. */
    void replace(AccountId account, UserId user, String before, String after) {
        jdbc.sql("""
                update users set password = :after where account = :account and id = :user and password = :before
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("before", before)
                .param("after", after)
                .update();
    }

    private static Credential credential(ResultSet row, int number) throws SQLException {
        return new Credential(
                new UserId(row.getObject("id", UUID.class)),
                UserStatus.of(row.getString("status")).orElseThrow(),
                row.getString("password"));
    }
}
