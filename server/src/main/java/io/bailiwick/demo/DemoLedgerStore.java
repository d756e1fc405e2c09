package io.bailiwick.demo;

import io.bailiwick.billing.EntryForm;
import io.bailiwick.demo.DemoPeople.Person;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.tickets.TicketId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was booked and asked some time ago. */
@Component
class DemoLedgerStore {
    private final JdbcClient jdbc;

    DemoLedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry as it was made so long ago; the database adds it up as any other. */
    @Transactional
    void book(Person clerk, String partner, Duration ago, EntryForm entry) {
        jdbc.sql("""
                insert into billing_entries (account, partner, key, amount, text, created_at, created_by, created_by_user)
                select :account, id, :key, :amount, :text, clock_timestamp() - :ago * interval '1 second', :by, :user
                from partners where account = :account and key = :partner
                """)
                .param("account", clerk.account().id().value())
                .param("partner", partner)
                .param("key", entry.key())
                .param("amount", new BigDecimal(Objects.requireNonNull(entry.amount())))
                .param("text", entry.text())
                .param("ago", ago.toSeconds())
                .param("by", clerk.name())
                .param("user", clerk.id().value())
                .update();
    }

    /** Makes a ticket so old; each answer came forty minutes after what was said before. */
    @Transactional
    void age(AccountId account, TicketId ticket, Duration age) {
        jdbc.sql("""
                with opened as (
                    select id, clock_timestamp() - :age * interval '1 second' as at from tickets
                    where account = :account and id = :ticket
                ), said as (
                    update ticket_posts p set at = o.at + s.place * interval '40 minutes'
                    from opened o, (
                        select id, row_number() over (order by id) - 1 as place from ticket_posts
                        where account = :account and ticket = :ticket) s
                    where p.account = :account and p.ticket = :ticket and p.id = s.id
                )
                update tickets t set created_at = o.at, changed_at = o.at + (t.posts - 1) * interval '40 minutes'
                from opened o
                where t.account = :account and t.id = o.id
                """)
                .param("account", account.value())
                .param("ticket", ticket.value())
                .param("age", age.toSeconds())
                .update();
    }
}
