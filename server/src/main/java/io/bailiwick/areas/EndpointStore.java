package io.bailiwick.areas;

import io.bailiwick.areas.Outline.Operation;
import io.bailiwick.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class EndpointStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EndpointStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(
            String path,
            String method,
            List<String> tags,
            String fallback,
            @Nullable String access,
            @Nullable String summary) {}

    /** The application's endpoints by path, each path with its operations in the order in which they are asked. */
    List<Outline.Path> of(AccountId account, ApplicationId application) {
        var rows = jdbc.sql("""
                select path, method, tags, fallback, access, summary from endpoints
                where account = :account and application = :application order by path collate "C", method
                """)
                .param("account", account.value())
                .param("application", application.value())
                .query(EndpointStore::row)
                .list();
        var paths = new LinkedHashMap<String, List<Row>>();
        rows.forEach(row ->
                paths.computeIfAbsent(row.path(), path -> new ArrayList<>()).add(row));
        return paths.values().stream().map(EndpointStore::path).toList();
    }

    /** Puts these in the place of all that are there. */
    void replace(AccountId account, ApplicationId application, List<Outline.Path> paths) {
        jdbc.sql("""
                delete from endpoints where account = :account and application = :application
                """)
                .param("account", account.value())
                .param("application", application.value())
                .update();
        jdbc.sql("""
                insert into endpoints (account, application, path, method, tags, fallback, access, summary)
                select :account, :application, path, method, tags, fallback, access, coalesce(summary, '')
                from jsonb_to_recordset(:rows::jsonb) as row (path text, method text, tags text[], fallback text,
                    access text, summary text)
                """)
                .param("account", account.value())
                .param("application", application.value())
                .param("rows", json.writeValueAsString(rows(paths)))
                .update();
    }

    private static List<Row> rows(List<Outline.Path> paths) {
        return paths.stream()
                .flatMap(path -> path.operations().stream()
                        .map(operation -> new Row(
                                path.pattern(),
                                operation.method(),
                                operation.tags(),
                                path.fallback(),
                                operation.access(),
                                operation.summary())))
                .toList();
    }

    private static Outline.Path path(List<Row> rows) {
        var operations = rows.stream()
                .map(row -> new Operation(row.method(), row.tags(), row.access(), row.summary()))
                .toList();
        return new Outline.Path(rows.getFirst().path(), rows.getFirst().fallback(), Outline.sorted(operations));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var summary = row.getString("summary");
        return new Row(
                row.getString("path"),
                row.getString("method"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("fallback"),
                row.getString("access"),
                summary.isEmpty() ? null : summary);
    }
}
