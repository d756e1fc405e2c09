package io.bailiwick.routing;

import io.bailiwick.accounts.Author;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sight;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.Keyset.Row;
import io.bailiwick.tokens.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RouteStore {
    private final JdbcClient jdbc;

    RouteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which rows are wanted, of those in sight; of any partner when it is null. */
    record Wanted(Sight sight, String q, @Nullable UUID partner) {

        /** The beginning of a prefix as a pattern; one that fits none when the words are no digits. */
        String beginning() {
            return Digits.of(q).map(digits -> digits + "%").orElse("");
        }
    }

    void insert(AccountId account, RouteId id, RouteDraft draft, Author by) {
        jdbc.sql("""
                insert into routes (account, id, prefix, partner, priority, effective_from, changed_by, changed_by_user)
                values (:account, :id, :prefix, :partner, :priority, :from, :by, :user)
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("prefix", draft.prefix())
                .param("partner", draft.partner().id())
                .param("priority", draft.priority())
                .param("from", draft.effectiveFrom().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("user", by.row())
                .update();
    }

    /** Until the transaction ends nobody else changes it. */
    void lock(AccountId account, RouteId id) {
        jdbc.sql("select 1 from routes where account = :account and id = :id for update")
                .param("account", account.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    void update(AccountId account, RouteId id, RouteDraft draft, Author by) {
        jdbc.sql("""
                update routes
                set prefix = :prefix, partner = :partner, priority = :priority, effective_from = :from,
                    changed_by = :by, changed_by_user = :user, changed_at = now(), version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("prefix", draft.prefix())
                .param("partner", draft.partner().id())
                .param("priority", draft.priority())
                .param("from", draft.effectiveFrom().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("user", by.row())
                .update();
    }

    void delete(AccountId account, RouteId id) {
        jdbc.sql("delete from routes where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    Optional<Route> find(AccountId account, Sight sight, RouteId id) {
        return jdbc.sql("""
                select r.*, p.key as partner_key, p.name as partner_name, p.reseller as partner_reseller from routes r
                join partners_for_data p on p.account = r.account and p.id = r.partner
                where r.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                    and r.id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .params(sight.parameters())
                .query(RouteStore::route)
                .optional();
    }

    /** Those of exactly these prefixes, the longest first, in the order in which they are judged. */
    List<Route> withPrefixes(AccountId account, Sight sight, Collection<String> prefixes) {
        return jdbc.sql("""
                select r.*, p.key as partner_key, p.name as partner_name, p.reseller as partner_reseller from routes r
                join partners_for_data p on p.account = r.account and p.id = r.partner
                where r.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                    and r.prefix = any(:prefixes)
                order by length(r.prefix) desc, r.priority, r.effective_from, r.id
                """)
                .param("account", account.value())
                .param("prefixes", prefixes.toArray(String[]::new))
                .params(sight.parameters())
                .query(RouteStore::route)
                .list();
    }

    /** How many lie under the prefix with a longer one, counting no further than the most. */
    long countLonger(AccountId account, Sight sight, String prefix, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from routes r
                    join partners_for_data p on p.account = r.account and p.id = r.partner
                    where r.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                        and r.prefix like :beginning and r.prefix <> :prefix
                    limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("beginning", prefix + "%")
                .param("prefix", prefix)
                .param("most", most)
                .params(sight.parameters())
                .query(Long.class)
                .single();
    }

    List<Row<Route>> list(AccountId account, Wanted wanted, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select r.*, p.key as partner_key, p.name as partner_name, p.reseller as partner_reseller,
                    p.name_key as partner_order
                from routes r
                join partners_for_data p on p.account = r.account and p.id = r.partner
                where r.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                    and (:partner::uuid is null or r.partner = :partner)
                    and (:q = '%%' or r.prefix like :beginning or p.search like lower(:q))
                """))
                .param("account", account.value())
                .param("q", Like.anywhere(wanted.q()))
                .param("beginning", wanted.beginning())
                .param("partner", wanted.partner())
                .params(wanted.sight().parameters())
                .params(keyset.parameters())
                .query((row, number) -> Row.of(route(row, number), row))
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from routes r
                    join partners_for_data p on p.account = r.account and p.id = r.partner
                    where r.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                        and (:partner::uuid is null or r.partner = :partner)
                        and (:q = '%%' or r.prefix like :beginning or p.search like lower(:q))
                    limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(wanted.q()))
                .param("beginning", wanted.beginning())
                .param("partner", wanted.partner())
                .param("most", Page.COUNTED + 1)
                .params(wanted.sight().parameters())
                .query(Long.class)
                .single();
    }

    private static Route route(ResultSet row, int number) throws SQLException {
        return new Route(
                new RouteId(row.getObject("id", UUID.class)),
                row.getString("prefix"),
                new SeenPartner(
                        row.getObject("partner", UUID.class),
                        row.getString("partner_key"),
                        row.getString("partner_name"),
                        row.getObject("partner_reseller", UUID.class)),
                row.getInt("priority"),
                row.getObject("effective_from", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Author.of(row.getObject("changed_by_user", UUID.class), row.getString("changed_by")),
                row.getLong("version"));
    }
}
