package io.bailiwick.tickets;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.tickets.TicketForm.Upload;
import io.bailiwick.tickets.TicketPost.Attached;
import io.bailiwick.tickets.TicketStore.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written in tickets, and the files that came with it. */
@Component
class PostStore {
    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, TicketId ticket, UUID id, Author author, String text) {
        jdbc.sql("""
                insert into ticket_posts (account, ticket, id, author, author_name, text)
                values (:account, :ticket, :id, :author, :name, :text)
                """)
                .param("account", account.value())
                .param("ticket", ticket.value())
                .param("id", id)
                .param("author", author.id().value())
                .param("name", author.name())
                .param("text", text)
                .update();
    }

    void attach(AccountId account, TicketId ticket, UUID post, UUID id, Upload file) {
        jdbc.sql("""
                insert into ticket_attachments (account, ticket, id, post, name, size, content)
                values (:account, :ticket, :id, :post, :name, :size, :content)
                """)
                .param("account", account.value())
                .param("ticket", ticket.value())
                .param("id", id)
                .param("post", post)
                .param("name", file.name())
                .param("size", file.content().length)
                .param("content", file.content())
                .update();
    }

    /** All that was written, oldest first. */
    List<TicketPost> of(AccountId account, TicketId ticket) {
        var files = jdbc
                .sql("""
                select id, post, name, size from ticket_attachments
                where account = :account and ticket = :ticket
                order by id
                """)
                .param("account", account.value())
                .param("ticket", ticket.value())
                .query((row, number) -> new Attached(
                        row.getObject("id", UUID.class),
                        row.getObject("post", UUID.class),
                        row.getString("name"),
                        row.getLong("size")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Attached::post));
        return jdbc.sql("""
                select id, author, author_name, text, at from ticket_posts
                where account = :account and ticket = :ticket
                order by at, id
                """)
                .param("account", account.value())
                .param("ticket", ticket.value())
                .query((row, number) -> post(row, files.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    Optional<Upload> content(AccountId account, TicketId ticket, UUID id) {
        return jdbc.sql("""
                select name, content from ticket_attachments
                where account = :account and ticket = :ticket and id = :id
                """)
                .param("account", account.value())
                .param("ticket", ticket.value())
                .param("id", id)
                .query((row, number) -> new Upload(row.getString("name"), row.getBytes("content")))
                .optional();
    }

    private static TicketPost post(ResultSet row, List<Attached> files) throws SQLException {
        var author = row.getObject("author", UUID.class);
        return new TicketPost(
                row.getObject("id", UUID.class),
                author == null ? null : new UserId(author),
                row.getString("author_name"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                files);
    }
}
