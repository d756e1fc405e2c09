package io.bailiwick.billing;

import io.bailiwick.accounts.Author;
import io.bailiwick.billing.Drafts.TermsDraft;
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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The terms of partners, with their balances. */
@Component
class BillingStore {
    private final JdbcClient jdbc;

    BillingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which partners are wanted, of those in sight; of any standing when it is null. */
    record Wanted(Sight sight, String q, @Nullable Standing standing) {
        @Nullable
        String word() {
            return standing == null ? null : standing.word();
        }
    }

    Optional<Terms> terms(AccountId account, UUID partner) {
        return jdbc.sql("select * from billings where account = :account and partner = :partner")
                .param("account", account.value())
                .param("partner", partner)
                .query(BillingStore::terms)
                .optional();
    }

    /** The terms, whose row is locked until the transaction ends. */
    Optional<Terms> lock(AccountId account, UUID partner) {
        return jdbc.sql("select * from billings where account = :account and partner = :partner for update")
                .param("account", account.value())
                .param("partner", partner)
                .query(BillingStore::terms)
                .optional();
    }

    /** Whether there were none. */
    boolean insert(AccountId account, UUID partner, TermsDraft draft, Author by) {
        return jdbc.sql("""
                insert into billings (account, partner, currency, credit_limit, low_balance, changed_by, changed_by_user)
                values (:account, :partner, :currency, :limit, :low, :by, :user)
                on conflict (account, partner) do nothing
                """)
                        .param("account", account.value())
                        .param("partner", partner)
                        .param("currency", draft.currency().getCurrencyCode())
                        .param("limit", draft.creditLimit())
                        .param("low", draft.lowBalance())
                        .param("by", by.name())
                        .param("user", by.row())
                        .update()
                > 0;
    }

    void update(AccountId account, UUID partner, TermsDraft draft, Author by) {
        jdbc.sql("""
                update billings
                set currency = :currency, credit_limit = :limit, low_balance = :low, changed_by = :by, changed_by_user = :user,
                    changed_at = now(), version = version + 1
                where account = :account and partner = :partner
                """)
                .param("account", account.value())
                .param("partner", partner)
                .param("currency", draft.currency().getCurrencyCode())
                .param("limit", draft.creditLimit())
                .param("low", draft.lowBalance())
                .param("by", by.name())
                .param("user", by.row())
                .update();
    }

    List<Row<Billing>> list(AccountId account, Wanted wanted, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select p.id, p.key, p.name, p.reseller, p.name_key, b.partner, b.currency, b.credit_limit, b.low_balance,
                    b.balance, b.entries, b.version, b.changed_at, b.changed_by, b.changed_by_user
                from partners_for_data p
                left join billings b on b.account = p.account and b.partner = p.id
                where p.account = :account and (:q = '%%' or p.search like lower(:q))
                    and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                    and (:standing::text is null or :standing = case
                        when b.partner is null then 'unset' when b.balance < -b.credit_limit then 'over'
                        when b.balance < b.low_balance then 'low' else 'fine' end)
                """))
                .param("account", account.value())
                .param("q", Like.anywhere(wanted.q()))
                .param("standing", wanted.word())
                .params(wanted.sight().parameters())
                .params(keyset.parameters())
                .query((row, number) -> Row.of(billing(row, number), row))
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from partners_for_data p
                    left join billings b on b.account = p.account and b.partner = p.id
                    where p.account = :account and (:q = '%%' or p.search like lower(:q))
                        and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                        and (:standing::text is null or :standing = case
                            when b.partner is null then 'unset' when b.balance < -b.credit_limit then 'over'
                            when b.balance < b.low_balance then 'low' else 'fine' end)
                    limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(wanted.q()))
                .param("standing", wanted.word())
                .param("most", Page.COUNTED + 1)
                .params(wanted.sight().parameters())
                .query(Long.class)
                .single();
    }

    private static Billing billing(ResultSet row, int number) throws SQLException {
        return new Billing(
                new SeenPartner(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("name"),
                        row.getObject("reseller", UUID.class)),
                row.getObject("partner", UUID.class) == null ? null : terms(row, number));
    }

    private static Terms terms(ResultSet row, int number) throws SQLException {
        return new Terms(
                Currency.getInstance(row.getString("currency")),
                row.getBigDecimal("credit_limit"),
                row.getBigDecimal("low_balance"),
                row.getBigDecimal("balance"),
                row.getLong("entries"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Author.of(row.getObject("changed_by_user", UUID.class), row.getString("changed_by")),
                row.getLong("version"));
    }
}
