package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.people.People;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts made-up people into a database, as fast as it takes them. */
final class PeopleLoader {
    private static final int CHUNK = 20_000;

    private final DataSource source;
    private final JdbcClient jdbc;
    private final AccountId account;
    private final People people = new People();
    private final Random random = new Random(7);

    PeopleLoader(DataSource source, AccountId account) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.account = account;
    }

    /**
     * Loads that many, and ties them to these.
     *
     * @param groups of very different sizes: each is half as big as the one before
     */
    void load(int number, List<UUID> groups, List<UUID> partners, List<UUID> resellers) {
        withoutIndexes(jdbc, () -> {
            for (int from = 0; from < number; from += CHUNK) {
                copyPeople(Math.min(CHUNK, number - from), resellers);
            }
        });
        tie("insert into memberships (account, user_id, group_id)", groups);
        tie("insert into user_partners (account, user_id, partner)", partners);
        jdbc.sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                select account, email_key, 9, now(), now() + interval '10 hours' from users
                where account = :account and status = 'active' order by id limit :number
                """)
                .param("account", account.value())
                .param("number", Math.max(1, number / 20_000))
                .update();
        jdbc.sql("vacuum analyze").update();
    }

    /** Does something to users while the indexes by which they are searched are away, which is quicker for many. */
    static void withoutIndexes(JdbcClient jdbc, Runnable work) {
        var indexes = jdbc.sql("""
                select indexname, indexdef from pg_indexes where tablename = 'users' and indexname like 'users_%by%'
                """)
                .query((row, place) -> Map.entry(row.getString("indexname"), row.getString("indexdef")))
                .list();
        indexes.forEach(index -> jdbc.sql("drop index " + index.getKey()).update());
        work.run();
        indexes.forEach(index -> jdbc.sql(index.getValue()).update());
    }

    private void copyPeople(int number, List<UUID> resellers) {
        var rows = new StringBuilder();
        for (var someone : people.next(number)) {
            rows.append(row(someone, resellers));
        }
        try (var connection = source.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                    copy users (account, id, name, email, role, data_access, status, password, permissions, network,
                        reseller, last_sign_in_at, created_at, password_change_due) from stdin
                    """, new StringReader(rows.toString()));
        } catch (SQLException | IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private String row(People.Someone someone, List<UUID> resellers) {
        var role = random.nextInt(1_000) < 4 ? "administrator" : random.nextInt(100) < 25 ? "partner" : "normal";
        var data = role.equals("administrator")
                ? "all"
                : role.equals("partner") ? "selected" : random.nextInt(3) == 0 ? "all" : "none";
        var status = random.nextInt(100) < 5 ? "disabled" : random.nextInt(100) < 2 ? "invited" : "active";
        var values = new ArrayList<String>();
        values.add(account.toString());
        values.add(new UUID(random.nextLong(), random.nextLong()).toString());
        values.add(someone.name());
        values.add(someone.email());
        values.add(role);
        values.add(data);
        values.add(status);
        values.add(status.equals("invited") ? "\\N" : "x");
        values.add(random.nextInt(500) == 0 && role.equals("normal") ? "{jobs,reprocess-messages}" : "{}");
        values.add(random.nextInt(200) == 0 ? "{10." + random.nextInt(256) + ".0.0/16}" : "{}");
        values.add(
                random.nextInt(10) == 0
                        ? resellers.get(random.nextInt(resellers.size())).toString()
                        : "\\N");
        values.add(
                status.equals("invited") || random.nextInt(10) == 0
                        ? "\\N"
                        : daysAgo(Math.abs(random.nextGaussian()) * 60));
        values.add(daysAgo(random.nextDouble() * 2_000));
        values.add(random.nextInt(2_000) == 0 ? "t" : "f");
        return String.join("\t", values) + "\n";
    }

    private static String daysAgo(double days) {
        return Instant.now().minusSeconds((long) (days * 86_400)).toString();
    }

    /** The first takes every fourth, the next every eighth, and so on. */
    private void tie(String insert, List<UUID> ties) {
        long share = 4;
        for (var tie : ties) {
            jdbc.sql(insert + """
                     select account, id, :tie from users
                    where account = :account and hashtextextended(id::text, :seed) % :share = 0
                    on conflict do nothing
                    """)
                    .param("tie", tie)
                    .param("account", account.value())
                    .param("seed", share)
                    .param("share", share)
                    .update();
            share = Math.min(share * 2, 1L << 16);
        }
    }
}
