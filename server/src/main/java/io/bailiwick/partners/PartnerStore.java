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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PartnerStore {
    private final JdbcClient jdbc;

    PartnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which rows are wanted: those in sight of a reseller, or all when it is null, that match the rest. */
    record Wanted(
            @Nullable UUID sight,
            String q,
            @Nullable UUID reseller,
            @Nullable Boolean active) {}

    void insert(AccountId account, Partner partner) {
        jdbc.sql("""
                insert into partners (account, id, name, key, reseller, active)
                values (:account, :id, :name, :key, :reseller, :active)
                """)
                .param("account", account.value())
                .param("id", partner.id().value())
                .param("name", partner.name())
                .param("key", partner.key())
                .param("reseller", resellerOf(partner))
                .param("active", partner.active())
                .update();
    }

    void update(AccountId account, Partner partner) {
        jdbc.sql("""
                update partners
                set name = :name, key = :key, reseller = :reseller, active = :active, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", partner.id().value())
                .param("name", partner.name())
                .param("key", partner.key())
                .param("reseller", resellerOf(partner))
                .param("active", partner.active())
                .update();
    }

    void delete(AccountId account, PartnerId id) {
        jdbc.sql("delete from partners where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    Optional<Partner> find(AccountId account, @Nullable UUID sight, String idOrKey) {
        return jdbc.sql("""
                select * from partners_with_resellers p
                where p.account = :account and (p.key = :reference or p.id = :id)
                    and (:sight::uuid is null or p.reseller = :sight)
                """)
                .param("account", account.value())
                .param("reference", idOrKey)
                .param("id", Ids.read(idOrKey).orElse(null))
                .param("sight", sight)
                .query(PartnerStore::partner)
                .optional();
    }

    List<Partner> find(AccountId account, @Nullable UUID sight, Collection<UUID> ids, Collection<String> keys) {
        return jdbc.sql("""
                select * from partners_with_resellers p
                where p.account = :account and (p.id = any(:ids) or p.key = any(:keys))
                    and (:sight::uuid is null or p.reseller = :sight)
                order by p.name_key, p.id
                """)
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("keys", keys.toArray(String[]::new))
                .param("sight", sight)
                .query(PartnerStore::partner)
                .list();
    }

    boolean isTaken(AccountId account, String key, PartnerId by) {
        return jdbc.sql("""
                select count(*) from partners where account = :account and key = :key and id <> :id
                """)
                        .param("account", account.value())
                        .param("key", key)
                        .param("id", by.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One row more than the stretch's limit when there are more. */
    List<Row<Partner>> list(AccountId account, Wanted wanted, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select * from partners_with_resellers p
                where p.account = :account
                    and (:sight::uuid is null or p.reseller = :sight)
                    and (:reseller::uuid is null or p.reseller = :reseller)
                    and (:active::boolean is null or p.active = :active)
                    and (:q = '%%' or p.search like lower(:q))
                """))
                .param("account", account.value())
                .param("sight", wanted.sight())
                .param("reseller", wanted.reseller())
                .param("active", wanted.active())
                .param("q", Like.anywhere(wanted.q()))
                .params(keyset.parameters())
                .query((row, number) -> Row.of(partner(row, number), row))
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from partners p
                    where p.account = :account
                        and (:sight::uuid is null or p.reseller = :sight)
                        and (:reseller::uuid is null or p.reseller = :reseller)
                        and (:active::boolean is null or p.active = :active)
                        and (:q = '%%' or p.search like lower(:q))
                    limit :most
                ) matches
                """)
                .param("account", account.value())
                .param("sight", wanted.sight())
                .param("reseller", wanted.reseller())
                .param("active", wanted.active())
                .param("q", Like.anywhere(wanted.q()))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    /** The ids of the partners of a reseller that are switched on themselves. */
    List<UUID> switchedOn(AccountId account, ResellerId reseller) {
        return jdbc.sql("""
                select id from partners where account = :account and reseller = :reseller and active order by id
                """)
                .param("account", account.value())
                .param("reseller", reseller.value())
                .query(UUID.class)
                .list();
    }

    /** How many partners each of these resellers has; one without any is absent. */
    Map<ResellerId, Long> countByReseller(AccountId account, Collection<ResellerId> resellers) {
        var counts = new HashMap<ResellerId, Long>();
        jdbc.sql("""
                select reseller, count(*) as partners from partners
                where account = :account and reseller = any(:resellers)
                group by reseller
                """)
                .param("account", account.value())
                .param("resellers", resellers.stream().map(ResellerId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(new ResellerId(row.getObject("reseller", UUID.class)), row.getLong("partners"));
                });
        return counts;
    }

    private static @Nullable UUID resellerOf(Partner partner) {
        var reseller = partner.reseller();
        return reseller == null ? null : reseller.id().value();
    }

    private static Partner partner(ResultSet row, int number) throws SQLException {
        var reseller = row.getObject("reseller", UUID.class);
        return new Partner(
                new PartnerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("key"),
                reseller == null
                        ? null
                        : new Reseller(
                                new ResellerId(reseller),
                                row.getString("r_name"),
                                row.getString("r_key"),
                                row.getBoolean("r_active"),
                                row.getObject("r_created_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getLong("r_version")),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
