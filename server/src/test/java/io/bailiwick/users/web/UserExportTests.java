package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of users as a file. */
@PanelTest
class UserExportTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;
    private final JdbcClient jdbc;

    @Autowired
    UserExportTests(Cast cast, Panel panel, JdbcClient jdbc) {
        this.cast = cast;
        this.panel = panel;
        this.jdbc = jdbc;
        ada = panel.as(cast.ada);
    }

    @Test
    void theFileHoldsWhatTheSearchFindsInItsOrder() throws IOException {
        var answer = ada.get("/api/v1/users/export?q=role:partner&sort=-name");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment").contains("users.csv");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var listed = new ArrayList<String>();
        ada.get("/api/v1/users?q=role:partner&sort=-name&limit=500")
                .json()
                .path("items")
                .forEach(item -> listed.add(item.path("email").asString()));
        var rows = rows(answer.body());
        assertThat(rows).extracting(row -> row.get("email")).containsExactlyElementsOf(listed);
        var pia = rows.stream()
                .filter(row -> row.get("email").equals(cast.pia.email()))
                .findFirst()
                .orElseThrow();
        assertThat(pia.get("partners")).isEqualTo(Cast.ACME);
        assertThat(pia.get("status")).isEqualTo("active");
        assertThat(pia.get("id")).isEqualTo(cast.pia.id().toString());
    }

    @Test
    void noCellIsAFormulaAndEveryTextComesBackExactly() throws IOException {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        for (var name : List.of(
                "=1+1 " + mark,
                "@SUM(A1) " + mark,
                "-2 " + mark,
                "+3 " + mark,
                "'quoted " + mark,
                "a \"b\", c; " + mark,
                "שלום 王伟 👩🏽‍💻 " + mark,
                "＝1 " + mark)) {
            var created = ada.post(
                    "/api/v1/users",
                    Map.of(
                            "name",
                            name,
                            "email",
                            "x" + System.nanoTime() + "@northgate.example",
                            "role",
                            "normal",
                            "password",
                            "gravel orchid lantern 47"));
            assertThat(created.status()).isEqualTo(201);
            var cell = rows(ada.get("/api/v1/users/export?q=" + mark + "&sort=-createdAt")
                            .body())
                    .getFirst()
                    .get("name");
            assertThat("=+-@＝".indexOf(cell.charAt(0))).as(cell).isNegative();
            assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(name);
        }
    }

    @Test
    void nobodyOutOfSightIsInIt() throws IOException {
        var all = rows(ada.get("/api/v1/users/export").body());
        var ritas = rows(panel.as(cast.rita).get("/api/v1/users/export").body());

        assertThat(all)
                .extracting(row -> row.get("email"))
                .contains(cast.rolf.email())
                .doesNotContain(cast.sven.email());
        assertThat(ritas).extracting(row -> row.get("reseller")).containsOnly(Cast.NORTHWIND);
        assertThat(ritas)
                .hasSize(panel.as(cast.rita)
                        .get("/api/v1/users")
                        .json()
                        .path("accountTotal")
                        .asInt());
    }

    @Test
    void takingItIsRecordedAndAWrongSearchIsNot() {
        var mark = "export" + System.nanoTime();
        assertThat(ada.get("/users/export?q=" + mark).body()).startsWith("\uFEFFname,email,status");
        assertThat(ada.get("/api/v1/users/export?q=" + mark + "%20statis:locked")
                        .status())
                .isEqualTo(422);

        var recorded = jdbc.sql("""
                select details ->> 'search' from audit_entries
                where account = :account and kind = 'users.exported' and details ->> 'search' like :mark
                """)
                .param("account", cast.northgate.id().value())
                .param("mark", mark + "%")
                .query(String.class)
                .list();
        assertThat(recorded).containsExactly(mark);
    }

    @Test
    void aFileThatBreaksOffDoesNotLookWhole() {
        var mark = "broken" + System.nanoTime();
        var account = cast.northgate.id().value();
        jdbc.sql("""
                insert into users (account, id, email, name, role, permissions, data_access, time_zone, network,
                    shared_tickets, status, created_by_name, password)
                select :account, gen_random_uuid(), :mark || each || '@people.example', :mark || ' ' || lpad(each::text, 4, '0'),
                    'normal', '{}', 'none', case each when 1100 then 'No/Where' else 'UTC' end, '{}', false, 'active', 'Test', 'none'
                from generate_series(1, 1100) as each
                """).param("account", account).param("mark", mark).update();
        try {
            assertThatThrownBy(() -> ada.get("/api/v1/users/export?q=" + mark))
                    .isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> ada.get("/users/export?q=" + mark)).isInstanceOf(UncheckedIOException.class);
        } finally {
            jdbc.sql("delete from users where account = :account and email like :mark")
                    .param("account", account)
                    .param("mark", mark + "%")
                    .update();
        }
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        try (var parser = CSVParser.parse(
                file,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
