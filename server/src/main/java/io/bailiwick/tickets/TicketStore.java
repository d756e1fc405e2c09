package io.bailiwick.tickets;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.UserId;
import io.bailiwick.tokens.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets in the database. Times are those of the database. */
@Component
class TicketStore {
    private static final String MATCHES = """
            t.account = :account and %s
            and (:open::boolean is null or t.open = :open)
            and (not :own or t.author = :user)
            and (:q = '%%%%' or t.search like lower(:q))
            """.formatted(TicketSight.CONDITION);

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page begins: after this ticket, changed last first. */
    record Place(Instant changedAt, UUID id) {}

    List<Ticket> list(AccountId account, TicketSight sight, TicketFilter filter, @Nullable Place after, int limit) {
        return jdbc.sql("""
                select t.* from tickets t
                where %s and (:after::uuid is null or (t.changed_at, t.id) < (:changedAt, :after))
                order by t.changed_at desc, t.id desc
                limit :limit
                """.formatted(MATCHES))
                .params(parameters(account, sight, filter))
                .param("after", after == null ? null : after.id())
                .param("changedAt", after == null ? null : after.changedAt().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(TicketStore::ticket)
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, TicketSight sight, TicketFilter filter) {
        return jdbc.sql("select count(*) from (select 1 from tickets t where %s limit :most) matches"
                        .formatted(MATCHES))
                .params(parameters(account, sight, filter))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    Optional<Ticket> find(AccountId account, TicketSight sight, TicketId id) {
        return jdbc.sql("select t.* from tickets t where t.account = :account and t.id = :id and "
                        + TicketSight.CONDITION)
                .params(sight.parameters())
                .param("account", account.value())
                .param("id", id.value())
                .query(TicketStore::ticket)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    void lock(AccountId account, TicketId id) {
        jdbc.sql("select 1 from tickets where account = :account and id = :id for update")
                .param("account", account.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** The next number of the account; writers wait for each other, so that none is left out. */
    long nextNumber(AccountId account) {
        return jdbc.sql("""
                insert into ticket_numbers (account, last) values (:account, 1)
                on conflict (account) do update set last = ticket_numbers.last + 1
                returning last
                """).param("account", account.value()).query(Long.class).single();
    }

    void insert(AccountId account, TicketId id, long number, String subject, Author author) {
        jdbc.sql("""
                insert into tickets (account, id, number, subject, author, author_name)
                values (:account, :id, :number, :subject, :author, :name)
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("number", number)
                .param("subject", subject)
                .param("author", author.id().value())
                .param("name", author.name())
                .update();
    }

    /** Something was written: it is open again. */
    void written(AccountId account, TicketId id) {
        jdbc.sql("""
                update tickets
                set posts = posts + 1, open = true, changed_at = clock_timestamp(), version = version + 1
                where account = :account and id = :id
                """).param("account", account.value()).param("id", id.value()).update();
    }

    void setOpen(AccountId account, TicketId id, boolean open) {
        jdbc.sql("""
                update tickets set open = :open, changed_at = clock_timestamp(), version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("open", open)
                .update();
    }

    /** The user, when his address is proven. */
    Optional<Author> author(AccountId account, UserId user) {
        return jdbc.sql("""
                select name, email from users_for_tickets
                where account = :account and id = :id and email_verified and status = 'active'
                """)
                .param("account", account.value())
                .param("id", user.value())
                .query((row, number) -> new Author(user, row.getString("name"), row.getString("email")))
                .optional();
    }

    /** Those who wrote in it, still see it and have a proven address, but for one. */
    List<Author> listeners(AccountId account, TicketId id, UserId but) {
        return jdbc.sql("""
                select u.id, u.name, u.email
                from tickets t
                join users_for_tickets u on u.account = t.account
                left join users_for_tickets a on a.account = t.account and a.id = t.author
                where t.account = :account and t.id = :id and u.id <> :but
                    and u.email_verified and u.status = 'active'
                    and u.id in (select author from ticket_posts where account = :account and ticket = :id)
                    and (u.id = t.author
                        or a.reseller is not distinct from u.reseller and (u.role = 'administrator' or a.shared_tickets)
                        or u.role = 'administrator' and u.reseller is null)
                order by u.id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("but", but.value())
                .query((row, number) -> new Author(
                        new UserId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("email")))
                .list();
    }

    /** Somebody who writes or is told of it. */
    record Author(UserId id, String name, String email) {}

    private static Map<String, @Nullable Object> parameters(AccountId account, TicketSight sight, TicketFilter filter) {
        var parameters = new HashMap<>(sight.parameters());
        parameters.put("account", account.value());
        parameters.put("open", filter.open());
        parameters.put("own", filter.own());
        parameters.put("q", Like.anywhere(filter.q()));
        return parameters;
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        var author = row.getObject("author", UUID.class);
        return new Ticket(
                new TicketId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("subject"),
                row.getBoolean("open"),
                author == null ? null : new UserId(author),
                row.getString("author_name"),
                row.getInt("posts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
