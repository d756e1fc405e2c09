package io.bailiwick.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of an account, table by table, to see whether any of them was touched. */
final class Borders {
    /** What moves by itself, or by whatever anybody does: records, counts, and mails on their way. */
    private static final Set<String> EVERYBODYS =
            Set.of("changes", "audit_entries", "user_totals", "standings", "decisions", "mails", "mail_tries");

    /** What the server writes by itself: when a session was last seen. */
    private static final String[] MOVING = {"last_seen_at", "expires_at"};

    private final JdbcClient jdbc;

    Borders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every row of the account as text, by table, but those in which one of these ids stands. */
    Map<String, Set<String>> rows(UUID account, Set<String> but) {
        var rows = new TreeMap<String, Set<String>>();
        for (var table : tables()) {
            var found = new TreeSet<String>();
            jdbc
                    .sql("select (to_jsonb(t) - 'last_seen_at')::text from " + table + " t where t.account = :account")
                    .param("account", account)
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(row -> but.stream().noneMatch(row::contains))
                    .forEach(found::add);
            rows.put(table, found);
        }
        return rows;
    }

    /** The ids of the account's users and partners that belong to the reseller. */
    Set<String> of(UUID account, UUID reseller) {
        var ids = new HashSet<String>();
        for (var table : List.of("users", "partners")) {
            ids.addAll(jdbc.sql("select id::text from " + table + " where account = :account and reseller = :reseller")
                    .param("account", account)
                    .param("reseller", reseller)
                    .query(String.class)
                    .list());
        }
        return ids;
    }

    /** What there is, by what it is called in paths: ids, keys, names and addresses. */
    Map<String, List<String>> things(UUID account) {
        var things = new HashMap<String, List<String>>();
        for (var table : List.of("users", "groups", "partners", "resellers", "areas", "applications", "sessions")) {
            var found = texts("select id::text from " + table + " where account = :account", account);
            if (table.equals("partners") || table.equals("resellers")) {
                found.addAll(texts("select key from " + table + " where account = :account", account));
            }
            things.put(table, found);
        }
        things.put("emails", texts("select email from users where account = :account", account));
        return things;
    }

    List<String> texts(String sql, UUID account) {
        return new ArrayList<>(
                jdbc.sql(sql).param("account", account).query(String.class).list());
    }

    private List<String> tables() {
        return jdbc.sql("""
                select t.table_name from information_schema.tables t
                join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
                where t.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'account'
                """).query(String.class).list().stream()
                .filter(table -> !EVERYBODYS.contains(table))
                .toList();
    }
}
