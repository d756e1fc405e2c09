package io.bailiwick.partners;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.Keyset.Row;
import io.bailiwick.tokens.Like;
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
class ResellerStore {
    private final JdbcClient jdbc;

    ResellerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, Reseller reseller) {
        jdbc.sql("""
                insert into resellers (account, id, name, key, active) values (:account, :id, :name, :key, :active)
                """)
                .param("account", account.value())
                .param("id", reseller.id().value())
                .param("name", reseller.name())
                .param("key", reseller.key())
                .param("active", reseller.active())
                .update();
    }

    void update(AccountId account, Reseller reseller) {
        jdbc.sql("""
                update resellers set name = :name, key = :key, active = :active, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", reseller.id().value())
                .param("name", reseller.name())
                .param("key", reseller.key())
                .param("active", reseller.active())
                .update();
    }

    void delete(AccountId account, ResellerId id) {
        jdbc.sql("delete from resellers where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    Optional<Reseller> find(AccountId account, @Nullable UUID sight, String idOrKey) {
        return jdbc.sql("""
                select id, name, key, active, created_at, version from resellers
                where account = :account and (key = :reference or id = :id) and (:sight::uuid is null or id = :sight)
                """)
                .param("account", account.value())
                .param("reference", idOrKey)
                .param("id", Ids.read(idOrKey).orElse(null))
                .param("sight", sight)
                .query(ResellerStore::reseller)
                .optional();
    }

    boolean isTaken(AccountId account, String key, ResellerId by) {
        return jdbc.sql("""
                select count(*) from resellers where account = :account and key = :key and id <> :id
                """)
                        .param("account", account.value())
                        .param("key", key)
                        .param("id", by.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * One row more than the stretch's limit when there are more.
     *
     * @param used whether only those that have partners
     */
    List<Row<Reseller>> list(AccountId account, String q, boolean used, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select * from resellers r
                where r.account = :account
                    and (:q = '%%' or r.search like lower(:q))
                    and (not :used
                        or exists (select from partners p where p.account = :account and p.reseller = r.id))
                """))
                .param("account", account.value())
                .param("q", Like.anywhere(q))
                .param("used", used)
                .params(keyset.parameters())
                .query((row, number) -> Row.of(reseller(row, number), row))
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, String q, boolean used) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from resellers r
                    where account = :account and (:q = '%%' or search like lower(:q))
                        and (not :used
                            or exists (select from partners p where p.account = :account and p.reseller = r.id))
                    limit :most
                ) matches
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(q))
                .param("used", used)
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    private static Reseller reseller(ResultSet row, int number) throws SQLException {
        return new Reseller(
                new ResellerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("key"),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
