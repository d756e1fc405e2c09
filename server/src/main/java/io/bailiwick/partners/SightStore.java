package io.bailiwick.partners;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.tokens.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which partners are switched on, and what they are called. */
@Component
class SightStore {
    private final JdbcClient jdbc;

    SightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are switched off, themselves or by their reseller. */
    Set<UUID> off(AccountId account) {
        return jdbc.sql("select id from partners_for_data where account = :account and not active")
                .param("account", account.value())
                .query(UUID.class)
                .set();
    }

    /** Those of the reseller that are on. */
    Set<UUID> of(AccountId account, UUID reseller) {
        return jdbc.sql("select id from partners_for_data where account = :account and reseller = :reseller and active")
                .param("account", account.value())
                .param("reseller", reseller)
                .query(UUID.class)
                .set();
    }

    /** Those of these that are on. */
    Set<UUID> on(AccountId account, Collection<UUID> ids) {
        return jdbc.sql("select id from partners_for_data where account = :account and id = any(:ids) and active")
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    Optional<SeenPartner> find(AccountId account, String idOrKey) {
        return jdbc.sql("""
                select id, key, name, reseller from partners_for_data
                where account = :account and (key = :reference or id = :id)
                """)
                .param("account", account.value())
                .param("reference", idOrKey)
                .param("id", Ids.read(idOrKey).orElse(null))
                .query(SightStore::seen)
                .optional();
    }

    List<SeenPartner> withIds(AccountId account, Sight sight, Collection<UUID> ids) {
        return jdbc.sql("""
                select id, key, name, reseller from partners_for_data
                where account = :account and id = any(:ids)
                    and (:everything and id <> all(:hidden) or id = any(:partners))
                order by name_key, id
                """)
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new))
                .params(sight.parameters())
                .query(SightStore::seen)
                .list();
    }

    List<SeenPartner> matching(AccountId account, Sight sight, String q, int most) {
        return jdbc.sql("""
                select id, key, name, reseller from partners_for_data
                where account = :account and (:everything and id <> all(:hidden) or id = any(:partners))
                    and (:q = '%%' or search like lower(:q))
                order by name_key, id
                limit :most
                """)
                .param("account", account.value())
                .params(sight.parameters())
                .param("q", Like.anywhere(q))
                .param("most", most)
                .query(SightStore::seen)
                .list();
    }

    long count(AccountId account, Sight sight, String q) {
        return jdbc.sql("""
                select count(*) from partners_for_data
                where account = :account and (:everything and id <> all(:hidden) or id = any(:partners))
                    and (:q = '%%' or search like lower(:q))
                """)
                .param("account", account.value())
                .params(sight.parameters())
                .param("q", Like.anywhere(q))
                .query(Long.class)
                .single();
    }

    private static SeenPartner seen(ResultSet row, int number) throws SQLException {
        return new SeenPartner(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                row.getObject("reseller", UUID.class));
    }
}
