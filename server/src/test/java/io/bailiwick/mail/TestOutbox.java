package io.bailiwick.mail;

import io.bailiwick.TestDatabase;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An outbox in a database of its own, where no server's sender takes anything out of it. */
final class TestOutbox {
    static final Delays DELAYS = new Delays(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofDays(2));

    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final OutboxStore store;
    final AccountId account = new AccountId(Ids.next());
    private final JsonMapper json;
    private final Drawing drawing;

    TestOutbox(JsonMapper json, Drawing drawing) {
        var database = TestDatabase.fresh().dataSource();
        this.json = json;
        this.drawing = drawing;
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        store = new OutboxStore(jdbc, json);
        add(account, "here");
    }

    /** One row as it is. */
    record Row(String state, int tries, @Nullable String reason, double seconds) {}

    void add(AccountId another, String shortId) {
        jdbc.sql("insert into accounts (id, short_id, name) values (:id, :short, 'Somebody')")
                .param("id", another.value())
                .param("short", shortId)
                .update();
    }

    UUID put(Letter letter) {
        var id = Ids.next();
        store.insert(account, id, letter);
        return id;
    }

    /** A node's sender, that hands over to that server. */
    Outbox node(String url) {
        return node(url, DELAYS);
    }

    Outbox node(String url, Delays delays) {
        var smtp = new Smtp(SmtpServer.read(url).orElseThrow());
        return new Outbox(store, transactions, new Composer(json, drawing, from()), smtp, delays);
    }

    /** Whatever is due, until nothing is. */
    void send(String url) {
        node(url).send(() -> true);
    }

    Row row(UUID id) {
        return jdbc.sql("""
                select state, tries, reason, extract(epoch from next_try_at - clock_timestamp()) as seconds
                from mails where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id)
                .query(Row.class)
                .single();
    }

    /** As if the wait were over. */
    void makeDue() {
        jdbc.sql("update mails set next_try_at = now() where account = :account")
                .param("account", account.value())
                .update();
    }

    /** As if it had been put here so long before. */
    void age(Duration age) {
        jdbc.sql("update mails set queued_at = now() - :age * interval '1 second' where account = :account")
                .param("account", account.value())
                .param("age", age.toSeconds())
                .update();
    }

    private static InternetAddress from() {
        try {
            return new InternetAddress("no-reply@panel.example");
        } catch (AddressException e) {
            throw new IllegalStateException(e);
        }
    }
}
