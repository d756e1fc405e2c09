package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Account account) {
        jdbc.sql("""
                insert into accounts (id, short_id, name, revision) values (:id, :shortId, :name, :revision)
                """)
                .param("id", account.id().value())
                .param("shortId", account.shortId())
                .param("name", account.name())
                .param("revision", account.revision().number())
                .update();
    }

    Optional<Account> first() {
        return jdbc.sql("""
                select id, short_id, name, revision from accounts order by created_at, id limit 1
                """).query(AccountStore::account).optional();
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                select id, short_id, name, revision from accounts where id = :id
                """)
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    Optional<Account> find(String shortId) {
        return jdbc.sql("""
                select id, short_id, name, revision from accounts where short_id = :shortId
                """)
                .param("shortId", shortId)
                .query(AccountStore::account)
                .optional();
    }

    List<AccountId> all() {
        return jdbc.sql("""
                select id from accounts order by id
                """).query(UUID.class).list().stream()
                .map(AccountId::new)
                .toList();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("short_id"),
                row.getString("name"),
                new Revision(row.getLong("revision")));
    }
}
