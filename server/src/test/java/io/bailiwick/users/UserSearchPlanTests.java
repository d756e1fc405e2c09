package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.TestDatabase;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Among 90,000 users every search goes by the index that is made for it, and reads few of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserSearchPlanTests {
    private static final int MANY = 80_000;

    /** So many are read for a page and its count at most: a walk and a count of 10,000, or two beginnings twice. */
    private static final int FEW = 35_000;

    private static final String NAME = "users_by_name";
    private static final String EMAIL = "users_by_email";
    private static final String TEXT = "users_by_search";
    private static final String STANDING = "users_by_standing";
    private static final String STATUS = "users_by_status";
    private static final String WORDS = "users_by_words";
    private static final String SIGN_IN = "users_by_sign_in";
    private static final String CREATION = "users_by_creation";
    private static final String PARTNER = "user_partners_by_partner";

    /** A search, its order, and the index without which it would read too much. */
    private record Search(String q, String sort, String index) {
        Search(String q, String index) {
            this(q, "name", index);
        }
    }

    /** Every kind of term, alone, turned round and together, seldom and often; and every order. */
    private static final List<Search> SEARCHES = List.of(
            new Search("", NAME),
            new Search("", "-email", EMAIL),
            new Search("", "role,-email", "users_by_role"),
            new Search("", "-status", STATUS),
            new Search("", "dataAccess", "users_by_data_access"),
            new Search("", "-lastSignInAt", SIGN_IN),
            new Search("", "createdAt", CREATION),
            new Search("cleo.com", TEXT),
            new Search("person 4710", "-lastSignInAt", TEXT),
            new Search("zzzznobody", TEXT),
            new Search("name:person email:cleo", TEXT),
            new Search("cleo.com,d7.example", "role,-email", TEXT),
            new Search("partner", TEXT),
            new Search("example", NAME),
            new Search("-cleo.com", NAME),
            new Search("pe", NAME),
            new Search("pe", "-email", EMAIL),
            new Search("pe role:partner last:<30d", "-lastSignInAt", NAME),
            new Search("-zo", NAME),
            new Search("role:partner", STANDING),
            new Search("role:normal", NAME),
            new Search("administrator", TEXT),
            new Search("group:\"Network engineers\"", STANDING),
            new Search("group:none", NAME),
            new Search("-group:\"Network engineers\"", NAME),
            new Search("permission:jobs", STANDING),
            new Search("reseller:southgate", STANDING),
            new Search("reseller:none", NAME),
            new Search("-reseller:southgate", NAME),
            new Search("partner:acme", PARTNER),
            new Search("-partner:acme", NAME),
            new Search("status:disabled", STATUS),
            new Search("status:invited,disabled", STATUS),
            new Search("status:active", NAME),
            new Search("status:password-due", "users_with_password_due"),
            new Search("ip:10.1.2.3", WORDS),
            new Search("ip:limited", "users_with_network"),
            new Search("ip:any", NAME),
            new Search("last:<30d", SIGN_IN),
            new Search("last:>30d,never", NAME),
            new Search("created:<1d", CREATION),
            new Search(
                    ".example role:partner status:active group:\"Network engineers\" -partner:acme",
                    "-email",
                    STANDING),
            new Search("cleo.com status:active role:normal -group:\"Network engineers\" last:never", TEXT));

    private final QueryPlans plans = new QueryPlans();
    private final Crowd crowd = new Crowd(plans.watch(TestDatabase.fresh().dataSource()));
    private final UUID reseller = crowd.reseller("southgate");
    private final UUID group = crowd.group("Network engineers");
    private final UUID partner = crowd.partner("acme");

    @BeforeAll
    void people() {
        PeopleLoader.withoutIndexes(crowd.jdbc, () -> {
            fill(crowd.account.value(), reseller, MANY);
            fill(crowd.account("Other", "other").value(), null, MANY / 8);
        });
        tie("insert into memberships (account, user_id, group_id)", group, 500);
        tie("insert into user_partners (account, user_id, partner)", partner, 500);
        tie("insert into user_partners (account, user_id, partner)", crowd.partner("globex"), MANY / 4);
        crowd.jdbc.sql("vacuum analyze").update();
        plans.taken();
    }

    @Test
    void everySearchGoesByItsIndexAndReadsFew() {
        var faults = new ArrayList<String>();
        for (var search : SEARCHES) {
            var taken = plansOfTwoPages(search);
            if (taken.stream().noneMatch(plan -> plan.contains(search.index())) || read(taken) > 2 * FEW) {
                faults.add(search + " reads " + read(taken) + "\n" + String.join("\n", taken));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everySearchFindsWhomLookingAtEverybodyFinds() {
        for (var search : SEARCHES) {
            var sort = search.sort().split(",")[0];
            var request = new PageRequest(List.of(sort), 50, null);
            var found = crowd.find(Crowd.text(search.q()), request, null).page();
            var plainly = crowd.plainly(search.q(), sort, Page.COUNTED + 1);

            assertThat(found.items().stream().map(user -> user.id().value()))
                    .as(search.q())
                    .containsExactlyElementsOf(plainly.stream().limit(50).toList());
            assertThat(found.total())
                    .as(search.q())
                    .isEqualTo(search.q().isEmpty() ? MANY : Math.min(plainly.size(), Page.COUNTED));
        }
        plans.taken();
    }

    @Test
    void whoIsLimitedToAResellerReadsItsUsersAlone() {
        for (var q : List.of("", "person", "role:normal", "pe", "last:never")) {
            plans.taken();
            crowd.find(Crowd.text(q), PageRequest.first(), reseller);
            assertThat(read(plans.taken())).as(q).isLessThan(5_000);
        }
    }

    @Test
    void aBeginningIsSoughtInNamesAndAddressesApart() {
        plans.taken();
        crowd.find(Crowd.text("pe"), PageRequest.first(), null);

        assertThat(plans.taken())
                .filteredOn(plan -> plan.contains("with page as"))
                .singleElement()
                .satisfies(plan -> assertThat(plan)
                        .contains("Append")
                        .contains("users_by_email")
                        .containsPattern("Index Cond: .*name_key.*>= 'pe'"));
    }

    @Test
    void whoeverIsFoundIsCountedByTheWay() {
        plans.taken();
        crowd.find(Crowd.text("person.9990"), PageRequest.first(), null);
        assertThat(plans.taken()).noneMatch(plan -> plan.contains(") counted"));

        crowd.find(Crowd.text("role:normal"), PageRequest.first(), null);
        assertThat(plans.taken()).as("the standings tell the number").noneMatch(plan -> plan.contains(") counted"));
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

    private List<String> plansOfTwoPages(Search search) {
        plans.taken();
        var request = new PageRequest(List.of(search.sort().split(",")), 50, null);
        var next = crowd.find(Crowd.text(search.q()), request, null).page().next();
        if (next != null) {
            crowd.find(Crowd.text(search.q()), new PageRequest(request.sort(), 50, next), null);
        }
        return plans.taken();
    }

    private static long read(List<String> plans) {
        return plans.stream().mapToLong(QueryPlans::rowsRead).sum();
    }

    private void fill(UUID account, @Nullable UUID reseller, int many) {
        crowd.jdbc
                .sql("""
                insert into users (account, id, name, email, role, permissions, data_access, reseller, status, password,
                    password_change_due, network, last_sign_in_at, created_at)
                select :account, gen_random_uuid(), (:names)[1 + n % 10] || ' ' || n,
                    lower((:names)[1 + n % 10]) || '.' || n || '@' || case when n % 1000 = 0 then 'cleo.com' else 'd' || n % 50 || '.example' end,
                    case when n % 20 = 0 then 'partner' when n % 30 = 0 then 'administrator' else 'normal' end,
                    case when n % 400 = 1 then '{jobs}'::text[] else '{}' end,
                    case when n % 20 = 0 then 'selected' when n % 30 = 0 then 'all' else 'none' end,
                    case when n % 100 = 0 then :reseller::uuid end,
                    case when n % 200 = 0 then 'disabled' when n % 200 = 7 then 'invited' else 'active' end, 'x',
                    n % 3000 = 5, case when n % 900 = 3 then '{10.1.0.0/16}'::text[] else '{}' end,
                    case when n % 10 <> 0 then now() - n % 400 * interval '1 day' end, now() - n * interval '1 minute'
                from generate_series(1, :many) n
                """)
                .param("account", account)
                .param(
                        "names",
                        new String[] {"Person", "Zoe", "Anna", "Mark", "Li", "Omar", "Ines", "Kofi", "Yuki", "Ravi"})
                .param("reseller", reseller)
                .param("many", many)
                .update();
    }

    private void tie(String insert, UUID to, int many) {
        crowd.jdbc
                .sql(insert + """
                 select account, id, :to from users where account = :account order by id limit :many
                """)
                .param("to", to)
                .param("many", many)
                .param("account", crowd.account.value())
                .update();
    }
}
