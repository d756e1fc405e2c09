package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of saved views. */
@Component
class SavedViewStore {
    private final JdbcClient jdbc;

    SavedViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one person, by name. */
    List<SavedView> of(AccountId account, UserId user) {
        return jdbc.sql("""
                select id, name, search, sort from saved_views
                where account = :account and user_id = :user
                order by name_key, id
                """)
                .param("account", account.value())
                .param("user", user.value())
                .query(SavedViewStore::view)
                .list();
    }

    /** Lets nobody else write views of that person until the transaction ends. */
    void lock(AccountId account, UserId user) {
        jdbc.sql("select id from users where account = :account and id = :user for no key update")
                .param("account", account.value())
                .param("user", user.value())
                .query(UUID.class)
                .optional();
    }

    /** Whether another view of that person has the name. */
    boolean isTaken(AccountId account, UserId user, SavedView by) {
        return jdbc.sql("""
                select exists (
                    select 1 from saved_views
                    where account = :account and user_id = :user and name_key = lower(:name collate pg_c_utf8)
                        and id <> :id
                )
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("name", by.name())
                .param("id", by.id())
                .query(Boolean.class)
                .single();
    }

    void put(AccountId account, UserId user, SavedView view) {
        jdbc.sql("""
                insert into saved_views (account, user_id, id, name, search, sort)
                values (:account, :user, :id, :name, :search, :sort)
                on conflict (account, user_id, id)
                do update set name = excluded.name, search = excluded.search, sort = excluded.sort
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("id", view.id())
                .param("name", view.name())
                .param("search", view.q())
                .param("sort", view.sort())
                .update();
    }

    boolean delete(AccountId account, UserId user, UUID view) {
        return jdbc.sql("delete from saved_views where account = :account and user_id = :user and id = :id")
                        .param("account", account.value())
                        .param("user", user.value())
                        .param("id", view)
                        .update()
                > 0;
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class), row.getString("name"), row.getString("search"), row.getString("sort"));
    }
}
