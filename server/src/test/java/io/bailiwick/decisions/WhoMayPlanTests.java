package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.TestDatabase;
import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.WhoMayStore.Meant;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.users.QueryPlans;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Among 100,000 users nobody's page reads them all, whether few may or many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayPlanTests {
    private static final int MANY = 100_000;

    private final QueryPlans plans = new QueryPlans();
    private final DataSource source = plans.watch(TestDatabase.fresh().dataSource());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    private final StandingStore standings = new StandingStore(jdbc);
    private final WhoMayStore store = new WhoMayStore(jdbc, standings);
    private final AccountId account = account("crowd");
    private final UUID reseller = Ids.next();
    private final UUID chosen = Ids.next();
    private final UUID rare = Ids.next();
    private List<String> last = List.of();

    @BeforeAll
    void people() {
        for (var partner : List.of(chosen, rare)) {
            jdbc.sql("insert into partners (account, id, key, name) values (:account, :id, :key, 'Partner')")
                    .param("account", account.value())
                    .param("id", partner)
                    .param("key", "p" + partner.toString().substring(24))
                    .update();
        }
        jdbc.sql("insert into resellers (account, id, key, name) values (:account, :id, 'north', 'North')")
                .param("account", account.value())
                .param("id", reseller)
                .update();
        fill(account, MANY);
        fill(account("others"), MANY / 10);
        choose(chosen, 3);
        choose(rare, 9_003);
        jdbc.sql("analyze").update();
        plans.taken();
    }

    @Test
    void aPageOfManyIsReadAlongTheNames() {
        var meant = meant(standings.all(account, null), List.of(), null);
        var page = found(() -> store.walk(meant, null, 51));

        assertThat(page).hasSize(51);
        assertThat(last).anySatisfy(plan -> assertThat(plan).contains("users_by_name"));
        assertDeep(meant, page.getLast());
    }

    @Test
    void aPageOfFewIsGathered() {
        var few = standings.all(account, null).stream()
                .filter(each -> each.users() < 3_000)
                .toList();
        assertThat(few).isNotEmpty();
        assertThat(found(() -> store.gather(meant(few, List.of(), null), null, 51)))
                .isNotEmpty();
        assertThat(last).anySatisfy(plan -> assertThat(plan).contains("users_active_by_standing"));
    }

    @Test
    void whoeverChoseThePartnerIsFoundByIt() {
        var selecting =
                standings.all(account, null).stream().filter(Standing::selects).toList();
        var few = meant(List.of(), selecting, rare);
        var gathered = found(() -> store.gather(few, null, 51));
        assertThat(last).anySatisfy(plan -> assertThat(plan).contains("user_partners_by_partner"));
        assertThat(gathered).isNotEmpty().isEqualTo(found(() -> store.walk(few, null, 51)));

        var many = meant(List.of(), selecting, chosen);
        assertThat(found(() -> store.walk(many, null, 51))).hasSize(51);
        assertThat(last).anySatisfy(plan -> assertThat(plan).contains("users_by_name"));
    }

    @Test
    void countingStopsWhenThereAreMany() {
        var all = standings.all(account, null);
        assertThat(found(() -> store.count(meant(all, List.of(), null), 10_001)))
                .isEqualTo(10_001);
        assertThat(found(() -> store.count(meant(List.of(), all, rare), 10_001)))
                .isBetween(1L, 20L);
    }

    /** Runs it, and sees to it that no plan of it reads a table of people from end to end. */
    private <T> T found(Supplier<T> question) {
        var answer = transactions.execute(status -> question.get());
        last = plans.taken();
        assertThat(last)
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan)
                        .doesNotContain("Seq Scan on users")
                        .doesNotContain("Seq Scan on user_partners"));
        assertThat(answer).isNotNull();
        return answer;
    }

    private void assertDeep(Meant meant, StandingStore.Placed end) {
        var place = new Place("person 7", end.id().value());
        assertThat(found(() -> store.walk(meant, place, 51))).hasSize(51);
        assertThat(last).anySatisfy(plan -> assertThat(plan).contains("ROW(name_key, id) > "));
    }

    private Meant meant(List<Standing> whole, List<Standing> choosing, @Nullable UUID partner) {
        return new Meant(
                account,
                null,
                whole.stream().map(Standing::id).toList(),
                choosing.stream().map(Standing::id).toList(),
                partner);
    }

    private AccountId account(String name) {
        var id = Ids.next();
        jdbc.sql("insert into accounts (id, short_id, name) values (:id, :short, :name)")
                .param("id", id)
                .param("short", name)
                .param("name", name)
                .update();
        return new AccountId(id);
    }

    /** Without the triggers, which would look up each one's groups; nobody is in one. */
    private void fill(AccountId in, int people) {
        jdbc.sql("alter table users disable trigger user").update();
        jdbc.sql("""
                insert into users (account, id, name, email, role, permissions, data_access, status, password,
                    password_change_due, standing)
                select :account, gen_random_uuid(), 'Person ' || n, 'person.' || n || '@d.example', role, permissions, data,
                    case when n % 200 = 0 then 'disabled' else 'active' end, 'x', n % 91 = 0,
                    standing_of(role, permissions, '{}', null, data)
                from (
                    select n, case when n % 50 = 0 then 'administrator' else 'normal' end as role,
                        case when n % 70 = 0 then '{jobs}'::text[] else '{}'::text[] end as permissions,
                        case when n % 50 = 0 then 'all' when n % 3 = 0 then 'selected' else 'none' end as data
                    from generate_series(1, :people) n
                ) as person
                """).param("account", in.value()).param("people", people).update();
        jdbc.sql("""
                insert into standings (account, id, role, permissions, groups, data_access, total)
                select account, standing, role, permissions, '{}', data_access, count(*) from users
                where account = :account group by account, standing, role, permissions, data_access
                """).param("account", in.value()).update();
        jdbc.sql("alter table users enable trigger user").update();
    }

    private void choose(UUID partner, int every) {
        jdbc.sql("""
                insert into user_partners (account, user_id, partner)
                select account, id, :partner from users
                where account = :account and data_access = 'selected' and substr(name, 8)::int % :every = 0
                """)
                .param("account", account.value())
                .param("partner", partner)
                .param("every", every)
                .update();
    }
}
