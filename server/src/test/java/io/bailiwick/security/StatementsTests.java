package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class StatementsTests {
    private static final Set<String> WITHOUT_ACCOUNT =
            Set.of("accounts", "installation_keys", "setup_links", "flyway_schema_history");

    @Autowired
    private Statements statements;

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private final AccountRule rule = new AccountRule(Set.of("users", "groups"));

    @Test
    void theServersStatementsAreSeen() {
        panel.as(cast.ada).get("/api/v1/users");

        assertThat(statements.count()).isGreaterThan(5);
        assertThat(statements.tables()).hasSizeGreaterThan(15).doesNotContainAnyElementsOf(WITHOUT_ACCOUNT);
    }

    @Test
    void aStatementThatForgetsTheAccountIsFound() {
        assertThat(rule.fault("select * from users where id = ?")).isPresent();
        assertThat(rule.fault("select * from users u join groups g on g.id = u.x where u.account = ?"))
                .isPresent();
        assertThat(rule.fault("delete from users where name = 'account = 1'")).isPresent();
        assertThat(rule.fault("insert into users (id) values (?)")).isPresent();
        assertThat(rule.fault("with old as (select 1 from groups) update users set x = 1 where account = ?"))
                .isPresent();
    }

    @Test
    void aStatementThatSaysItPasses() {
        assertThat(rule.fault("select * from users where account = ? and id = ?"))
                .isEmpty();
        assertThat(rule.fault("select * from users u join groups g on g.account = u.account where u.account = ?"))
                .isEmpty();
        assertThat(rule.fault("insert into users (account, id) values (?, ?)")).isEmpty();
        assertThat(rule.fault("select * from accounts")).isEmpty();
    }
}
