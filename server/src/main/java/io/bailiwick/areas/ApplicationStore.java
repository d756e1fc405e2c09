package io.bailiwick.areas;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.Keyset.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ApplicationStore {
    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Application> find(AccountId account, ApplicationId id) {
        return jdbc.sql("""
                select id, key, name, builtin, origins, version, created_at, (
                    select count(*) from areas where areas.account = :account and areas.application = applications.id
                ) as areas
                from applications where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .query(ApplicationStore::application)
                .optional();
    }

    boolean isOrigin(AccountId account, String origin) {
        return jdbc.sql("""
                select exists (select 1 from applications where account = :account and :origin = any(origins))
                """)
                .param("account", account.value())
                .param("origin", origin)
                .query(Boolean.class)
                .single();
    }

    Optional<Application> find(AccountId account, String key) {
        return jdbc.sql("""
                select id, key, name, builtin, origins, version, created_at, (
                    select count(*) from areas where areas.account = :account and areas.application = applications.id
                ) as areas
                from applications where account = :account and key = :key
                """)
                .param("account", account.value())
                .param("key", key)
                .query(ApplicationStore::application)
                .optional();
    }

    /** One row more than the page's limit when there are more. */
    List<Row<Application>> list(AccountId account, String text, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select id, key, name, builtin, origins, version, created_at, (
                    select count(*) from areas
                    where areas.account = :account and areas.application = applications.id
                ) as areas, name_key
                from applications
                where account = :account
                    and (strpos(name_key, lower(:text)) > 0 or strpos(key, lower(:text)) > 0)
                """))
                .param("account", account.value())
                .param("text", text)
                .params(keyset.parameters())
                .query((row, number) -> Row.of(application(row, number), row))
                .list();
    }

    long count(AccountId account, String text) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from applications
                    where account = :account
                        and (strpos(name_key, lower(:text)) > 0 or strpos(key, lower(:text)) > 0)
                    limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("text", text)
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    void insert(AccountId account, Application application) {
        jdbc.sql("""
                insert into applications (account, id, key, name, builtin, origins)
                values (:account, :id, :key, :name, :builtin, :origins)
                """)
                .param("account", account.value())
                .param("id", application.id().value())
                .param("key", application.key())
                .param("name", application.name())
                .param("builtin", application.builtin())
                .param("origins", application.origins().toArray(String[]::new))
                .update();
    }

    void update(AccountId account, Application application) {
        jdbc.sql("""
                update applications set key = :key, name = :name, origins = :origins, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", application.id().value())
                .param("key", application.key())
                .param("name", application.name())
                .param("origins", application.origins().toArray(String[]::new))
                .update();
    }

    void delete(AccountId account, ApplicationId id) {
        jdbc.sql("""
                delete from areas where account = :account and application = :id
                """).param("account", account.value()).param("id", id.value()).update();
        jdbc.sql("""
                delete from applications where account = :account and id = :id
                """).param("account", account.value()).param("id", id.value()).update();
    }

    /** Accounts whose built-in areas were made of other declarations than these. */
    List<AccountId> declaredOtherwise(String declarations) {
        return jdbc.sql("""
                select account from applications where builtin and declarations is distinct from :declarations
                """)
                .param("declarations", declarations)
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .list();
    }

    /** What the account's built-in areas were made of; empty when they were never made. */
    @Nullable
    String declarations(AccountId account) {
        return jdbc.sql("""
                select declarations from applications where account = :account and builtin
                """)
                .param("account", account.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void declared(AccountId account, String declarations) {
        jdbc.sql("""
                update applications set declarations = :declarations where account = :account and builtin
                """)
                .param("account", account.value())
                .param("declarations", declarations)
                .update();
    }

    private static Application application(ResultSet row, int number) throws SQLException {
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getString("name"),
                row.getBoolean("builtin"),
                List.of((String[]) row.getArray("origins").getArray()),
                row.getInt("areas"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
