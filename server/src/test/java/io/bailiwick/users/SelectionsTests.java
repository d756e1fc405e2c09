package io.bailiwick.users;

import static io.bailiwick.users.House.administrator;
import static io.bailiwick.users.House.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bailiwick.Cast.Person;
import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One thing done to many users: all or nothing, or all but those refused; by every guard rail. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelectionsTests {
    private final House house;
    private final Selections selections;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final Person kim;
    private final Person rita;

    @Autowired
    SelectionsTests(ApplicationContext context, JdbcClient jdbc) {
        house = new House(context, "Selections");
        selections = house.selections;
        changes = context.getBean(Changes.class);
        this.jdbc = jdbc;
        kim = house.add(administrator("Kim Bulk", house.desk));
        rita = house.add(Forms.reseller(administrator("Rita Bulk", house.desk), "southgate"));
    }

    @Test
    void everythingIsOneChangeUnderOneRevision() {
        var one = house.add(normal("Once One"));
        var two = house.add(normal("Once Two"));
        var before = changes.newest(house.account.id()).number();

        var done = carry(house.ada, new Deed.Disable(), one, two);

        assertThat(done.changed()).isEqualTo(2);
        assertThat(house.get(one).status()).isEqualTo(UserStatus.DISABLED);
        assertThat(house.get(one).version()).isEqualTo(2);
        assertThat(changes.newest(house.account.id()).number()).isEqualTo(before + 1);
        assertThat(audit("users.disabled")).contains("once.one@house.example").contains("once.two@house.example");
        var again = carry(house.ada, new Deed.Disable(), one, two);
        assertThat(again.changed()).as("nothing is left to do").isZero();
        assertThat(again.settled())
                .extracting(Foresight.Left::reason)
                .containsExactly("Disabled already.", "Disabled already.");
        assertThat(changes.newest(house.account.id()).number()).isEqualTo(before + 1);
        assertThat(carry(house.ada, new Deed.Enable(), one, two).changed()).isEqualTo(2);
        assertThat(house.get(two).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void oneRefusedStopsAllUnlessItIsLeftOut() {
        var one = house.add(normal("Left One"));
        var nobody = new UserId(UUID.randomUUID());
        var selection = new Selection.These(List.of(one.id(), house.ada.id(), nobody));

        var refused = catchThrowableOfType(
                Refusal.Conflict.class,
                () -> selections.carryOut(house.ada.actor(), selection, new Deed.Delete(), false, null));
        assertThat(refused.detail()).isEqualTo("Nobody was deleted: 2 of 3 cannot be.");
        assertThat(refused.reasons())
                .extracting(Refusal.Invalid.Fault::message)
                .containsExactly(
                        "`ada@house.example`: Nobody deletes themselves: ask another Administrator.",
                        "`" + nobody + "`: There is no such user.");
        assertThat(house.get(one)).isNotNull();

        var foreseen = selections.foresee(house.ada.actor(), selection, new Deed.Delete());
        assertThat(foreseen.changing()).isEqualTo(1);
        assertThat(foreseen.refused()).hasSize(2);
        var done = selections.carryOut(house.ada.actor(), selection, new Deed.Delete(), true, null);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.refused()).hasSize(2);
        assertThatThrownBy(() -> house.get(one)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aSearchSelectsWhatItFindsAndSaysWhenThatHasChanged() {
        house.add(normal("Flock One"));
        house.add(normal("Flock Two"));
        var seen = selections.choose(house.ada.actor(), "flock");
        assertThat(seen.total()).isEqualTo(2);

        house.add(normal("Flock Three"));
        var stale = new Selection.Matching("flock", seen.version());
        assertThatThrownBy(() -> selections.carryOut(house.ada.actor(), stale, new Deed.Delete(), false, null))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("3 users now");
        var now = new Selection.Matching(
                "flock", selections.choose(house.ada.actor(), "flock").version());
        assertThat(selections
                        .carryOut(house.ada.actor(), now, new Deed.Delete(), false, null)
                        .changed())
                .isEqualTo(3);
        assertThat(selections.choose(house.ada.actor(), "flock").total()).isZero();
    }

    @Test
    void aSearchSelectsNobodyOutOfSight() {
        var theirs = house.add(normal("Sighted Theirs"));
        var own = house.add(Forms.reseller(Forms.groups(normal("Sighted Own"), house.desk), "southgate"));

        var selected = new Selection.Matching("sighted", null);
        assertThat(selections.size(rita.actor(), selected)).isEqualTo(1);
        assertThat(selections.groups(rita.actor(), selected)).hasSize(1);
        selections.carryOut(rita.actor(), selected, new Deed.Disable(), false, null);

        assertThat(house.get(own).status()).isEqualTo(UserStatus.DISABLED);
        assertThat(house.get(theirs).status()).isEqualTo(UserStatus.ACTIVE);
        var named = selections.foresee(rita.actor(), these(theirs), new Deed.Delete());
        assertThat(named.refused()).extracting(Foresight.Left::reason).containsExactly("There is no such user.");
        assertThat(named.refused().getFirst().email()).isEqualTo(theirs.id().toString());
    }

    @Test
    void groupsAreJoinedAndLeft() {
        var one = house.add(Forms.groups(normal("Member One"), house.desk));
        var two = house.add(normal("Member Two"));
        var everything = new Deed.Join(List.of(house.everything.toString()));

        assertThat(carry(house.ada, everything, one, two).changed()).isEqualTo(2);
        assertThat(house.get(one).groups()).hasSize(2);
        assertThat(house.get(two).groups()).hasSize(1);
        assertThat(selections.foresee(house.ada.actor(), these(one), everything).settled())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.email()).isEqualTo(one.email());
                    assertThat(left.reason()).isEqualTo("In the group already.");
                });
        assertThat(selections.groups(house.ada.actor(), these(one, two)))
                .containsEntry(house.everything.value(), 2L)
                .containsEntry(house.desk.value(), 1L);

        var leave = new Deed.Leave(List.of(house.everything.toString()));
        var asked = catchThrowableOfType(Refusal.Unconfirmed.class, () -> carry(house.ada, leave, one, two));
        assertThat(asked.detail()).startsWith("One user would be in no group any longer");
        assertThat(selections
                        .carryOut(house.ada.actor(), these(one, two), leave, false, asked.token())
                        .changed())
                .isEqualTo(2);
        assertThat(house.get(two).groups()).isEmpty();
        assertThatThrownBy(() ->
                        carry(house.ada, new Deed.Join(List.of(UUID.randomUUID().toString())), one))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void roleAndDataChangeTogetherWithWhatGoesWithThem() {
        var one = house.add(Forms.permissions(normal("Change One"), "jobs", "issue-comments"));
        var two = house.add(administrator("Change Two"));
        var toPartner = new Deed.Change("partner", new DataAccessForm("selected", List.of("acme")), null);

        var foreseen = selections.foresee(house.ada.actor(), these(one, two), toPartner);
        assertThat(foreseen.effects().roles()).isEqualTo(2);
        assertThat(foreseen.effects().permissions()).isEqualTo(1);
        carry(house.ada, toPartner, one, two);
        assertThat(house.get(one).role()).isEqualTo(Role.PARTNER);
        assertThat(UserForm.permissions(house.get(one))).containsExactly("issue-comments");
        assertThat(house.get(two).partners()).extracting(User.Partner::key).containsExactly("acme");

        carry(house.ada, new Deed.Change("administrator", null, null), one);
        assertThat(house.get(one).dataAccess()).isEqualTo(DataAccess.ALL);
        var refused = catchThrowableOfType(
                Refusal.Conflict.class,
                () -> carry(house.ada, new Deed.Change(null, new DataAccessForm("none", null), null), one, two));
        assertThat(refused.reasons()).hasSize(2);
        carry(house.ada, new Deed.Change("normal", new DataAccessForm("all", null), List.of("jobs")), one, two);
        assertThat(UserForm.permissions(house.get(two))).containsExactly("jobs");
        assertThatThrownBy(() -> carry(house.ada, new Deed.Change(null, null, null), one))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(
                        () -> carry(house.ada, new Deed.Change(null, new DataAccessForm("selected", null), null), one))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void nobodyGivesOrTakesOverMoreThanHeHas() {
        var small = house.add(administrator("Bulk Small", house.desk));
        var big = house.add(administrator("Bulk Big"));

        refuses(kim, new Deed.Delete(), big, "This user may do more than you");
        refuses(kim, new Deed.Disable(), big, "This user may do more than you");
        refuses(kim, new Deed.Join(List.of(house.everything.toString())), small, "That reaches beyond your own rights");
        refuses(kim, new Deed.Leave(List.of(house.desk.toString())), small, "Put the user into a group");
        refuses(kim, new Deed.Disable(), kim, "Nobody changes their own");
        refuses(house.ada, new Deed.Change("normal", null, null), house.ada, "Nobody changes their own");
        assertThat(carry(kim, new Deed.Disable(), small).changed()).isEqualTo(1);
    }

    @Test
    void theLastKeyStays() {
        assertThatThrownBy(() -> selections.carryOut(
                        house.server,
                        new Selection.Matching("role:administrator group:none", null),
                        new Deed.Disable(),
                        false,
                        null))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("is the last active Administrator");
        assertThat(house.get(house.ada).status()).isEqualTo(UserStatus.ACTIVE);
    }

    @Test
    void aSelectionBeyondTheLimitIsRefusedNotCut() {
        var many = Stream.generate(() -> new UserId(UUID.randomUUID()))
                .limit(1_001)
                .toList();

        assertThatThrownBy(() -> selections.foresee(house.ada.actor(), new Selection.These(many), new Deed.Delete()))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("Name 1 to 1,000 users");
        var named =
                selections.foresee(house.ada.actor(), new Selection.These(many.subList(1, 1_001)), new Deed.Delete());
        assertThat(named.selected()).isEqualTo(1_000);
        assertThatThrownBy(() -> selections.foresee(house.ada.actor(), these(), new Deed.Delete()))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void nobodyIsInMoreGroupsThanAHeaderHolds() {
        var groups = IntStream.range(0, 50)
                .mapToObj(number -> jdbc.sql("""
                        insert into groups (account, id, name, mode, default_access)
                        values (:account, gen_random_uuid(), :name, 'only-listed', 2) returning id
                        """)
                        .param("account", house.account.id().value())
                        .param("name", "Many " + number)
                        .query(UUID.class)
                        .single()
                        .toString())
                .toList();
        var person = house.add(normal("Joins Many"));
        var one = house.add(Forms.groups(normal("In One"), house.desk));

        carry(house.ada, new Deed.Join(groups), person);
        assertThat(house.get(person).groups()).hasSize(50);
        refuses(house.ada, new Deed.Join(groups), one, "at most 50 groups each");
        var more =
                Stream.concat(groups.stream(), Stream.of(house.desk.toString())).toList();
        assertThatThrownBy(() -> house.users.update(
                        house.server, person.id(), form -> Forms.groups(form, more.toArray()), null, null))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("at most 50 groups");
    }

    @Test
    @EnabledIfSystemProperty(named = "bailiwick.deep", matches = "true")
    void asManyAsTheLimitAreChangedAtOnce() {
        jdbc.sql("""
                insert into users (account, id, name, email, role, data_access, status, password)
                select :account, gen_random_uuid(), 'Mass ' || n, 'mass' || n || '@mass.example', 'normal', 'none',
                    'active', 'x'
                from generate_series(1, :many) n
                """)
                .param("account", house.account.id().value())
                .param("many", Selections.MOST)
                .update();
        var mass = new Selection.Matching("mass.example", null);

        var done = selections.carryOut(house.ada.actor(), mass, new Deed.Disable(), false, null);

        assertThat(done.changed()).isEqualTo(Selections.MOST);
        assertThat(selections
                        .carryOut(house.ada.actor(), mass, new Deed.Delete(), false, null)
                        .changed())
                .isEqualTo(Selections.MOST);
    }

    private void refuses(Person actor, Deed deed, Person target, String reason) {
        var foreseen = selections.foresee(actor.actor(), these(target), deed);
        assertThat(foreseen.changing()).isZero();
        assertThat(foreseen.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.email()).isEqualTo(target.email());
            assertThat(refused.reason()).contains(reason);
        });
        assertThatThrownBy(() -> carry(actor, deed, target)).isInstanceOf(Refusal.Conflict.class);
    }

    private Carried carry(Person actor, Deed deed, Person... users) {
        return selections.carryOut(actor.actor(), these(users), deed, false, null);
    }

    private static Selection these(Person... users) {
        return new Selection.These(Stream.of(users).map(Person::id).toList());
    }

    private @Nullable String audit(String kind) {
        return jdbc.sql("""
                select details::text from audit_entries where account = :account and kind = :kind order by at desc limit 1
                """)
                .param("account", house.account.id().value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }
}
