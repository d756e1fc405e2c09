package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.TestDatabase;
import io.bailiwick.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Among 100,000 users of one account and as many of others, no search reads the table from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserSearchPlanTests {
    private static final int MANY = 100_000;

    /** Every kind of term, alone, turned round and together. */
    private static final List<String> SEARCHES = List.of(
            "status:locked",
            "locked",
            "-status:locked",
            "status:invited,locked",
            "status:password-due",
            "partner",
            "administrator",
            "group:none",
            "-group:\"Network engineers\"",
            "-partner:acme",
            "permission:jobs",
            "reseller:none",
            "-reseller:southgate",
            "ip:10.1.2.3",
            "ip:limited",
            "ip:any",
            "last:<90d",
            "last:>90d,never",
            "created:>2026-01-01",
            "created:<1h",
            "cleo.com,d7.example",
            "-pe",
            "-cleo.com",
            "name:pe email:d7",
            "cleo.com status:active role:normal -group:\"Network engineers\" last:never");

    private final QueryPlans plans = new QueryPlans();
    private final Crowd crowd = new Crowd(plans.watch(TestDatabase.fresh().dataSource()));
    private final UUID reseller = crowd.reseller("southgate");
    private final UUID group = crowd.group("Network engineers");
    private final UUID partner = crowd.partner("acme");

    @BeforeAll
    void people() {
        crowd.jdbc
                .sql("update partners set reseller = :reseller where account = :account")
                .param("reseller", reseller)
                .param("account", crowd.account.value())
                .update();
        fill(crowd.account.value(), reseller);
        fill(crowd.account("Other", "other").value(), null);
        tie("insert into memberships (account, user_id, group_id)", group);
        tie("insert into user_partners (account, user_id, partner)", partner);
        crowd.jdbc.sql("analyze").update();
        plans.taken();
    }

    @Test
    void noSearchReadsTheWholeTable() {
        for (var filter : filters()) {
            for (var sort : List.of("name", "-lastSignInAt", "role,-email")) {
                check(filter, sort, null);
                check(filter, sort, reseller);
            }
        }
    }

    @Test
    void noTermOfASearchReadsTheWholeTable() {
        for (var q : SEARCHES) {
            check(Crowd.text(q), "name", null);
            check(Crowd.text(q), "-lastSignInAt", reseller);
        }
    }

    @Test
    void aBeginningIsNotSoughtByWalkingAlongTheOrder() {
        plans.taken();
        crowd.find(Crowd.text("zo"), PageRequest.first(), null);

        assertThat(plans.taken())
                .filteredOn(plan -> plan.contains("with page as"))
                .singleElement()
                .satisfies(plan -> assertThat(plan)
                        .contains("Append")
                        .contains("users_by_email")
                        .containsPattern("Index Cond: .*name_key.*>= 'zo'"));
    }

    @Test
    void aShortWayIsWalkedAlongTheOrderBeforeAllWhoMatchAreLookedUp() {
        plans.taken();
        crowd.find(Crowd.text("example"), PageRequest.first(), null);
        var often = plans.taken();
        crowd.find(Crowd.text("person.9999"), PageRequest.first(), null);
        var seldom = plans.taken();

        assertThat(often)
                .as("half of all match: the page is full after a few rows of the order's index")
                .filteredOn(plan -> plan.contains("with page as"))
                .singleElement()
                .satisfies(plan -> assertThat(plan).contains("users_by_name").doesNotContain("users_by_search"));
        assertThat(seldom)
                .as("eleven match: they are found by their trigrams, and counted by the way")
                .filteredOn(plan -> plan.contains("matched as materialized"))
                .singleElement()
                .satisfies(plan -> assertThat(plan).contains("users_by_search"));
        assertThat(seldom).noneMatch(plan -> plan.contains(") counted"));
    }

    @Test
    void whoMatchAtTheEndOfTheOrderAreNotSoughtByWalkingThere() {
        plans.taken();
        crowd.find(Crowd.text("name:99998 person"), PageRequest.first(), null);

        assertThat(plans.taken())
                .filteredOn(plan -> plan.contains("limit 10000"))
                .singleElement()
                .satisfies(plan -> assertThat(plan).containsPattern("users_by_name.*rows=10000"));
    }

    @Test
    void aPageDeepInTheListIsFoundByItsIndex() {
        var request = new PageRequest(List.of("name"), 500, null);
        var page = crowd.find(UserFilter.NONE, request, null);
        for (int turn = 0; turn < 20; turn++) {
            page = crowd.find(
                    UserFilter.NONE,
                    new PageRequest(List.of("name"), 500, page.page().next()),
                    null);
        }
        plans.taken();
        crowd.find(
                UserFilter.NONE,
                new PageRequest(List.of("name"), 50, page.page().next()),
                null);

        assertThat(plans.taken())
                .anySatisfy(plan ->
                        assertThat(plan).contains("Index Cond: ((account = ").contains("ROW(name_key, id) > "));
    }

    @Test
    void countingStopsAtTenThousand() {
        var page = crowd.find(Crowd.text("example"), PageRequest.first(), null);

        assertThat(page.page().total()).isEqualTo(10_000);
        assertThat(page.page().totalIsAtLeast()).isTrue();
        assertThat(page.accountTotal()).isEqualTo(MANY);
    }

    private void check(UserFilter filter, String sort, @Nullable UUID sight) {
        plans.taken();
        var request = new PageRequest(List.of(sort.split(",")), 50, null);
        var page = crowd.find(filter, request, sight);
        if (page.page().next() != null) {
            crowd.find(filter, new PageRequest(request.sort(), 50, page.page().next()), sight);
        }
        assertThat(plans.taken())
                .isNotEmpty()
                .allSatisfy(plan -> assertThat(plan)
                        .doesNotContain("Seq Scan on users")
                        .doesNotContain("Seq Scan on memberships")
                        .doesNotContain("Seq Scan on user_partners"));
    }

    private static List<UserFilter> filters() {
        var filters = new ArrayList<UserFilter>();
        filters.add(UserFilter.NONE);
        for (var q : List.of("cleo.com", "person 4711", "zzzznobody", "pe", "a.b", "%")) {
            filters.add(Crowd.text(q));
            filters.add(new UserFilter(null, q, null, null, null, null, null, null));
            filters.add(new UserFilter(null, null, q, null, null, null, null, null));
        }
        filters.add(new UserFilter(null, null, null, "disabled", null, null, null, null));
        filters.add(new UserFilter(null, null, null, "active", null, null, null, null));
        filters.add(new UserFilter(null, null, null, "locked", null, null, null, null));
        filters.add(new UserFilter(null, null, null, null, "partner", null, null, null));
        filters.add(new UserFilter(null, null, null, null, null, "Network engineers", null, null));
        filters.add(new UserFilter(null, null, null, null, null, null, "acme", null));
        filters.add(new UserFilter(null, null, null, null, null, null, null, "southgate"));
        filters.add(new UserFilter("example", null, null, "active", "normal", "Network engineers", "acme", null));
        return filters;
    }

    private void fill(UUID account, @Nullable UUID reseller) {
        crowd.jdbc
                .sql("""
                insert into users (account, id, name, email, role, data_access, reseller, status, password)
                select :account, gen_random_uuid(), 'Person ' || n,
                    'person.' || n || '@' || case when n % 1000 = 0 then 'cleo.com' else 'd' || n % 50 || '.example' end,
                    case when n % 20 = 0 then 'partner' when n % 30 = 0 then 'administrator' else 'normal' end,
                    case when n % 20 = 0 then 'selected' when n % 30 = 0 then 'all' else 'none' end,
                    case when n % 100 = 0 then :reseller::uuid end,
                    case when n % 200 = 0 then 'disabled' else 'active' end, 'x'
                from generate_series(1, :many) n
                """)
                .param("account", account)
                .param("reseller", reseller)
                .param("many", MANY)
                .update();
    }

    private void tie(String insert, UUID to) {
        crowd.jdbc
                .sql(insert + """
                 select account, id, :to from users where account = :account order by id limit 500
                """)
                .param("to", to)
                .param("account", crowd.account.value())
                .update();
    }
}
