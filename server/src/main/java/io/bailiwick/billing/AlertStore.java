package io.bailiwick.billing;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.partners.SeenPartner;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AlertStore {
    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, AlertId id, UUID partner, long number) {
        jdbc.sql("""
                insert into billing_alerts (account, id, partner, number) values (:account, :id, :partner, :number)
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("partner", partner)
                .param("number", number)
                .update();
    }

    /** One that is about terms, not about an entry. */
    void insert(AccountId account, AlertId id, UUID partner, BigDecimal balance, boolean low, boolean over) {
        jdbc.sql("""
                insert into billing_alerts (account, id, partner, balance, low, over, at)
                values (:account, :id, :partner, :balance, :low, :over, clock_timestamp())
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("partner", partner)
                .param("balance", balance)
                .param("low", low)
                .param("over", over)
                .update();
    }

    List<AccountId> accountsWithOpen() {
        return jdbc.sql("""
                select a.id from accounts_for_billing a
                where exists (select 1 from billing_alerts b where b.account = a.id and not b.done)
                """)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The oldest open one, unless another node has it in hand; its row is locked. */
    Optional<Alert> take(AccountId account) {
        return jdbc.sql("""
                select b.id, b.after, b.partner, p.key as partner_key, p.name as partner_name,
                    p.reseller as partner_reseller, coalesce(e.balance, b.balance) as balance, coalesce(e.low, b.low) as low,
                    coalesce(e.over, b.over) as over, coalesce(e.created_at, b.at) as at, t.currency, t.credit_limit,
                    t.low_balance
                from billing_alerts b
                left join billing_entries e on e.account = b.account and e.partner = b.partner and e.number = b.number
                join billings t on t.account = b.account and t.partner = b.partner
                join partners_for_data p on p.account = b.account and p.id = b.partner
                where b.account = :account and not b.done
                order by b.id
                limit 1
                for update of b skip locked
                """)
                .param("account", account.value())
                .query(AlertStore::alert)
                .optional();
    }

    /** @param after where to go on; null when everybody was told */
    void told(AccountId account, AlertId id, @Nullable String after) {
        jdbc.sql("""
                update billing_alerts set after = :after, done = :after::text is null
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("after", after)
                .update();
    }

    /** Those of the users whose address is proven and who want to be told. */
    List<Recipient> recipients(AccountId account, Collection<UUID> users) {
        return jdbc.sql("""
                select u.id, u.name, u.email, u.time_zone from users_for_billing u
                where u.account = :account and u.id = any(:users) and u.email_verified
                    and not exists (select 1 from billing_opt_outs o where o.account = u.account and o.user_id = u.id)
                """)
                .param("account", account.value())
                .param("users", users.toArray(UUID[]::new))
                .query((row, number) -> new Recipient(
                        new UserId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("email"),
                        ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    boolean isWanted(AccountId account, UserId user) {
        return jdbc.sql("select count(*) from billing_opt_outs where account = :account and user_id = :user")
                        .param("account", account.value())
                        .param("user", user.value())
                        .query(Long.class)
                        .single()
                == 0;
    }

    void optOut(AccountId account, UserId user) {
        jdbc.sql("""
                insert into billing_opt_outs (account, user_id) values (:account, :user)
                on conflict (account, user_id) do nothing
                """)
                .param("account", account.value())
                .param("user", user.value())
                .update();
    }

    void optIn(AccountId account, UserId user) {
        jdbc.sql("delete from billing_opt_outs where account = :account and user_id = :user")
                .param("account", account.value())
                .param("user", user.value())
                .update();
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Alert(
                new AlertId(row.getObject("id", UUID.class)),
                new SeenPartner(
                        row.getObject("partner", UUID.class),
                        row.getString("partner_key"),
                        row.getString("partner_name"),
                        row.getObject("partner_reseller", UUID.class)),
                new Money(row.getBigDecimal("balance"), currency),
                row.getBoolean("low"),
                row.getBoolean("over"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("credit_limit"),
                row.getBigDecimal("low_balance"),
                row.getString("after"));
    }
}
