package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Cast;
import io.bailiwick.PanelTest;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do something is the very set of those whom a decision allows it, each asked alone. */
@PanelTest
class WhoMayTests {
    private static final int QUESTIONS = Boolean.getBoolean("bailiwick.deep") ? 2_000 : 120;

    @Autowired
    private WhoMay whoMay;

    @Autowired
    private WhoMayExport export;

    @Autowired
    private Policies policies;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BeanFactory beans;

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void theAnswerIsTheSetOfThoseWhomADecisionAllowsIt(long seed) {
        var world = new RandomAccount(beans, seed, 150);
        var random = new Random(seed);
        var panel = policies.current(world.account).panel();
        var areas = panel.policy().definition().areas();
        var found = 0;
        for (int number = 0; number < QUESTIONS; number++) {
            var area = areas.get(random.nextInt(areas.size()));
            var action = Action.values()[random.nextInt(4)];
            var partner = random.nextInt(3) == 0 ? null : world.one(world.partners);
            var question =
                    new MayQuestion(area.id().toString(), action.word(), partner == null ? "" : panel.partner(partner));
            var answered = all(world.server, question, 1 + random.nextInt(40));

            assertThat(Set.copyOf(ids(answered)))
                    .as(seed + ": " + area.name() + " " + action + " " + question.partner())
                    .isEqualTo(allowed(world, panel, area.id(), action, partner));
            assertThat(answered).doesNotHaveDuplicates();
            assertThat(ids(answered)).isEqualTo(byName(world, ids(answered)));
            assertThat(whoMay.page(world.server, question, PageRequest.first()).total())
                    .isEqualTo(answered.size());
            found += answered.size();
        }
        assertThat(found).isGreaterThan(QUESTIONS * 5);
    }

    @Test
    void whoIsLimitedToAResellerIsAnsweredAsFarAsHeSees() {
        var world = new RandomAccount(beans, 13, 120);
        var panel = policies.current(world.account).panel();
        var north = world.resellers.getFirst();
        var administrator = administrator(world, north);
        var question = new MayQuestion(panel.area(PanelArea.ONESELF).toString(), Action.READ.word(), "");

        var all = Set.copyOf(ids(all(world.server, question, 500)));
        var seen = Set.copyOf(ids(all(world.acting(administrator), question, 7)));

        assertThat(seen)
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(id -> north.equals(row(world, id).row().reseller()))
                        .collect(Collectors.toSet()));
        assertThat(whoMay.page(world.acting(administrator), question, PageRequest.first())
                        .total())
                .isEqualTo(seen.size());
        assertThatThrownBy(() -> whoMay.page(
                        world.acting(administrator),
                        new MayQuestion(question.area(), "read", "acme"),
                        PageRequest.first()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void anAreaThatAsksNobodyIsOpenToEverybody() {
        var everybody = all(
                cast.ada.actor(),
                new MayQuestion(area(cast.ada.actor(), PanelArea.PUBLIC), Action.CREATE.word(), ""),
                500);

        assertThat(ids(everybody))
                .contains(cast.dora.id().value(), cast.pia.id().value());
        assertThat(ids(everybody)).doesNotContain(cast.sven.id().value());
    }

    @Test
    void whatIsAboveResellersIsClosedToTheirs() {
        var actor = cast.ada.actor();
        var may = ids(all(actor, new MayQuestion(area(actor, PanelArea.RESELLERS), "read", ""), 500));

        assertThat(may)
                .contains(cast.ada.id().value())
                .doesNotContain(cast.rita.id().value());
        var users = ids(all(actor, new MayQuestion(area(actor, PanelArea.USERS), "update", ""), 500));
        assertThat(users)
                .contains(cast.rita.id().value(), cast.kim.id().value())
                .doesNotContain(cast.kevin.id().value());
        assertThat(ids(all(actor, new MayQuestion(area(actor, PanelArea.USERS), "delete", ""), 500)))
                .doesNotContain(cast.rita.id().value(), cast.kim.id().value());
    }

    @Test
    void anotherAccountsAreaAndACursorOfAnotherQuestionAreRefused() {
        var actor = cast.ada.actor();
        var alien = area(cast.sven.actor(), PanelArea.USERS);
        assertThatThrownBy(() -> whoMay.page(actor, new MayQuestion(alien, "read", ""), PageRequest.first()))
                .isInstanceOf(Refusal.NotFound.class);
        var users = area(actor, PanelArea.ONESELF);
        var first = whoMay.page(actor, new MayQuestion(users, "read", ""), new PageRequest(List.of(), 1, null));
        assertThat(first.next()).isNotNull();
        assertThatThrownBy(() -> whoMay.page(
                        actor, new MayQuestion(users, "update", ""), new PageRequest(List.of(), 1, first.next())))
                .isInstanceOf(Refusal.Malformed.class);
        assertThatThrownBy(() -> whoMay.page(actor, new MayQuestion(users, "fly", ""), PageRequest.first()))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> whoMay.page(
                        actor, new MayQuestion(users, "read", ""), new PageRequest(List.of("-name"), 10, null)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aPageIsTheSameWhicheverWayItIsRead() {
        var world = new RandomAccount(beans, 14, 80);
        var panel = policies.current(world.account).panel();
        var store = beans.getBean(WhoMayStore.class);
        var all = beans.getBean(StandingStore.class).all(world.account, null);
        var half = all.stream().map(Standing::id).toList();
        var meant = new WhoMayStore.Meant(
                world.account,
                null,
                half.subList(0, half.size() / 2),
                half.subList(half.size() / 2, half.size()),
                world.partners.getFirst());
        var transactions = beans.getBean(org.springframework.transaction.support.TransactionOperations.class);

        transactions.executeWithoutResult(status -> {
            var walked = store.walk(meant, null, 500);
            assertThat(walked).hasSizeGreaterThan(10).isEqualTo(store.gather(meant, null, 500));
            assertThat(store.count(meant, 10_001)).isEqualTo(walked.size());
            assertThat(store.count(meant, 3)).isEqualTo(3);
        });
        assertThat(panel.resellers()).isNotEmpty();
    }

    @Test
    void everybodyIsInTheFile() {
        var actor = cast.ada.actor();
        var question = new MayQuestion(area(actor, PanelArea.ONESELF), "read", "");
        var exported = new ArrayList<MayUser>();
        export.of(actor, question).forEachRemaining(exported::addAll);

        assertThat(exported).isEqualTo(all(actor, question, 500));
    }

    private List<MayUser> all(Actor actor, MayQuestion question, int limit) {
        var all = new ArrayList<MayUser>();
        var page = whoMay.page(actor, question, new PageRequest(List.of(), limit, null));
        all.addAll(page.items());
        while (page.next() != null) {
            page = whoMay.page(actor, question, new PageRequest(List.of("name"), limit, page.next()));
            all.addAll(page.items());
        }
        return all;
    }

    private Set<UUID> allowed(RandomAccount world, Panel panel, UUID area, Action action, @Nullable UUID partner) {
        var allowed = new HashSet<UUID>();
        for (var user : world.users) {
            var person = row(world, user);
            var decision = person.subject().decide(area, action, partner);
            var built = Stream.of(PanelArea.values())
                    .filter(each -> panel.area(each).equals(area))
                    .findFirst();
            if (built.map(each -> AboveResellers.decided(each, person, decision))
                    .orElse(decision)
                    .allowed()) {
                allowed.add(user);
            }
        }
        return allowed;
    }

    private Person row(RandomAccount world, UUID user) {
        return policies.current(world.account).person(new UserId(user)).orElseThrow();
    }

    private UUID administrator(RandomAccount world, UUID reseller) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into users (account, id, name, email, role, data_access, reseller, status, password)
                values (:account, :id, 'Zora', 'zora@random.example', 'administrator', 'all', :reseller, 'active', 'x')
                """)
                .param("account", world.account.value())
                .param("id", id)
                .param("reseller", reseller)
                .update();
        return id;
    }

    private String area(Actor actor, PanelArea area) {
        return policies.current(actor.account()).panel().area(area).toString();
    }

    private List<UUID> byName(RandomAccount world, Collection<UUID> users) {
        return jdbc.sql("""
                select id from users where account = :account and id = any(:users) order by name_key, id
                """)
                .param("account", world.account.value())
                .param("users", users.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private static List<UUID> ids(List<MayUser> users) {
        return users.stream().map(MayUser::id).toList();
    }
}
