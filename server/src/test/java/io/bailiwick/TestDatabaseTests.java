package io.bailiwick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {
    @Test
    void freshDatabasesShareNothing() {
        var one = JdbcClient.create(TestDatabase.fresh().dataSource());
        var other = JdbcClient.create(TestDatabase.fresh().dataSource());

        one.sql("CREATE TABLE only_here (id int)").update();

        assertThat(tables(one)).contains("only_here");
        assertThat(tables(other)).doesNotContain("only_here").contains("flyway_schema_history");
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .query(String.class)
                .list();
    }
}
