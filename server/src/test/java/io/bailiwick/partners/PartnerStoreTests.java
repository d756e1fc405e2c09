package io.bailiwick.partners;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.TestDatabase;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.partners.PartnerStore.Wanted;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.SortOrder;
import io.bailiwick.users.QueryPlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartnerStoreTests {
    private static final Wanted ALL = new Wanted(null, "", null, null);

    private final DataSource source = TestDatabase.fresh().dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final PartnerStore store = new PartnerStore(jdbc);
    private final ResellerStore resellers = new ResellerStore(jdbc);
    private final AccountId account = new AccountId(Ids.next());
    private final AccountId other = new AccountId(Ids.next());

    @BeforeEach
    void accounts() {
        for (var each : List.of(account, other)) {
            jdbc.sql("insert into accounts (id, short_id, name) values (:id, :short, 'Somebody')")
                    .param("id", each.value())
                    .param("short", each.equals(account) ? "here" : "there")
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "-name",
                "key",
                "-key",
                "createdAt",
                "-createdAt",
                "name,-key",
                "-name,createdAt",
                "name,-createdAt"
            })
    void pagesFollowOneAnotherInEveryOrder(String sort) {
        for (var number = 0; number < 11; number++) {
            insert(account, "Partner " + number % 3, "key-" + (number * 7) % 11, null);
        }
        insert(other, "Elsewhere", "elsewhere", null);

        var whole = keys(stretch(100, null, sort.split(",")));
        var paged = new ArrayList<String>();
        var stretch = stretch(3, null, sort.split(","));
        while (true) {
            var rows = store.list(account, ALL, stretch);
            rows.stream().limit(3).forEach(row -> paged.add(row.item().key()));
            if (rows.size() <= 3) {
                break;
            }
            stretch = stretch(3, rows.get(2).keys(), sort.split(","));
        }

        assertThat(paged).hasSize(11).doesNotHaveDuplicates().isEqualTo(whole);
    }

    @Test
    void orderIsTheOneAskedFor() {
        insert(account, "beta", "b", null);
        insert(account, "Alpha", "z", null);
        insert(account, "alpha", "a", null);

        assertThat(keys(stretch(9, null, "name", "-key"))).containsExactly("z", "a", "b");
        assertThat(keys(stretch(9, null, "-createdAt"))).containsExactly("a", "z", "b");
    }

    @Test
    void searchTakesWordsLiterallyAndInAnyCase() {
        insert(account, "100% Ökostrom", "oeko", null);
        insert(account, "Acme_One", "acme", null);

        assertThat(store.count(account, new Wanted(null, "ÖKO", null, null))).isOne();
        assertThat(store.count(account, new Wanted(null, "0%", null, null))).isOne();
        assertThat(store.count(account, new Wanted(null, "e_o", null, null))).isOne();
        assertThat(store.count(account, new Wanted(null, "_", null, null))).isOne();
        assertThat(store.count(account, new Wanted(null, "\\", null, null))).isZero();
    }

    @Test
    void sightLeavesOutEverybodyElsesPartners() {
        var own = reseller("own");
        var foreign = reseller("foreign");
        insert(account, "Mine", "mine", own);
        insert(account, "Theirs", "theirs", foreign);
        insert(account, "Nobodys", "nobodys", null);
        var sight = new Wanted(own.id().value(), "", null, null);

        assertThat(store.list(account, sight, stretch(9, null, "name")))
                .extracting(row -> row.item().key())
                .containsExactly("mine");
        assertThat(store.count(account, sight)).isOne();
        assertThat(store.find(account, own.id().value(), "theirs")).isEmpty();
        assertThat(store.find(account, own.id().value(), List.of(), List.of("mine", "theirs", "nobodys")))
                .extracting(Partner::key)
                .containsExactly("mine");
        assertThat(store.find(other, null, "mine")).isEmpty();
    }

    @Test
    void deepPagesOfAHundredThousandReadTheIndex() {
        jdbc.sql("""
                insert into partners (account, id, name, key)
                select :account, gen_random_uuid(), 'Partner ' || n, 'key-' || n from generate_series(1, 100000) n
                """).param("account", account.value()).update();
        jdbc.sql("analyze partners").update();
        var deep = stretch(50, List.of("partner 77777", new UUID(0, 0).toString()), "name");

        var plans = new QueryPlans();
        var watched = new PartnerStore(JdbcClient.create(plans.watch(source)));

        assertThat(watched.list(account, ALL, deep)).hasSize(51);

        assertThat(plans.taken())
                .isNotEmpty()
                .allSatisfy(
                        plan -> assertThat(plan).contains("partners_by_name").doesNotContain("Seq Scan on partners"));
    }

    private static Keyset stretch(int limit, @Nullable List<@Nullable String> after, String... sort) {
        return new Keyset(SortOrder.of(List.of(sort), Partners.ORDERS, Partners.ORDERS.subList(0, 1)), limit, after);
    }

    private List<String> keys(Keyset stretch) {
        return store.list(account, ALL, stretch).stream()
                .map(row -> row.item().key())
                .toList();
    }

    private Reseller reseller(String key) {
        var reseller = new Reseller(new ResellerId(Ids.next()), key, key, true, Instant.EPOCH, 1);
        resellers.insert(account, reseller);
        return reseller;
    }

    private void insert(AccountId into, String name, String key, @Nullable Reseller reseller) {
        store.insert(into, new Partner(new PartnerId(Ids.next()), name, key, reseller, true, Instant.EPOCH, 1));
    }
}
