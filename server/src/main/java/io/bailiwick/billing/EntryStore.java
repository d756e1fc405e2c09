package io.bailiwick.billing;

import io.bailiwick.accounts.Author;
import io.bailiwick.billing.Drafts.EntryDraft;
import io.bailiwick.kernel.AccountId;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of partners. The database adds them up as they are inserted. */
@Component
class EntryStore {
    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Entry insert(AccountId account, UUID partner, EntryDraft draft, Currency currency, Author by) {
        return jdbc.sql("""
                insert into billing_entries (account, partner, key, amount, text, created_by, created_by_user)
                values (:account, :partner, :key, :amount, :text, :by, :user)
                returning *
                """)
                .param("account", account.value())
                .param("partner", partner)
                .param("key", draft.key())
                .param("amount", draft.amount())
                .param("text", draft.text())
                .param("by", by.name())
                .param("user", by.row())
                .query(entry(currency))
                .single();
    }

    Optional<Entry> find(AccountId account, UUID partner, String key, Currency currency) {
        return jdbc.sql("""
                select * from billing_entries where account = :account and partner = :partner and key = :key
                """)
                .param("account", account.value())
                .param("partner", partner)
                .param("key", key)
                .query(entry(currency))
                .optional();
    }

    /** The newest ones before that number. */
    List<Entry> before(AccountId account, UUID partner, long number, int limit, Currency currency) {
        return jdbc.sql("""
                select * from billing_entries
                where account = :account and partner = :partner and number < :number
                order by number desc
                limit :limit
                """)
                .param("account", account.value())
                .param("partner", partner)
                .param("number", number)
                .param("limit", limit)
                .query(entry(currency))
                .list();
    }

    private static RowMapper<Entry> entry(Currency currency) {
        return (row, number) -> new Entry(
                row.getLong("number"),
                row.getString("key"),
                new Money(row.getBigDecimal("amount"), currency),
                new Money(row.getBigDecimal("balance"), currency),
                row.getString("text"),
                row.getBoolean("low"),
                row.getBoolean("over"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Author.of(row.getObject("created_by_user", UUID.class), row.getString("created_by")));
    }
}
