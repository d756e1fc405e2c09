package io.bailiwick.users;

import static io.bailiwick.users.House.administrator;
import static io.bailiwick.users.House.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bailiwick.Cast.Person;
import io.bailiwick.PanelTest;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.UserStatus;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What administrators may not do to users, others and themselves. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardRailsTests {
    private static final String OTHER_PASSWORD = "vellum quorum 9 tadpole";

    private final House house;
    /** Limited by the group Desk. */
    private final Person kim;
    /** Limited by the group Desk and the reseller Southgate. */
    private final Person rita;

    @Autowired
    GuardRailsTests(ApplicationContext context) {
        house = new House(context, "Rails");
        kim = house.add(administrator("Kim", house.desk));
        rita = house.add(Forms.reseller(administrator("Rita", house.desk), "southgate"));
    }

    @Test
    void aLimitedAdministratorChoosesARole() {
        assertThatThrownBy(() -> create(kim, Forms.role(administrator("Roleless", house.desk), null)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("only an unrestricted Administrator may leave it out");
    }

    @Test
    void aLimitedAdministratorPutsUsersIntoAGroup() {
        assertThatThrownBy(() -> create(kim, normal("Groupless"))).isInstanceOf(Refusal.Beyond.class);
        assertThat(create(kim, Forms.groups(normal("Desked"), house.desk)).groups())
                .hasSize(1);
    }

    @Test
    void nobodyGivesAGroupThatGrantsMore() {
        assertThatThrownBy(() -> create(kim, Forms.groups(administrator("Climber"), house.everything)))
                .isInstanceOf(Refusal.Beyond.class);
        var person = house.add(administrator("Ladder", house.desk));
        assertThatThrownBy(() -> update(kim, person, form -> Forms.groups(form, house.desk, house.everything)))
                .isInstanceOf(Refusal.Beyond.class);
        assertThatThrownBy(() -> update(kim, person, form -> Forms.groups(form)))
                .isInstanceOf(Refusal.Beyond.class);
    }

    @Test
    void nobodyTouchesWhoExceedsThem() {
        var bigger = house.add(administrator("Bigger", house.everything));

        beyond(() -> update(kim, bigger, form -> Forms.name(form, "Smaller")));
        beyond(() -> update(kim, bigger, form -> Forms.email(form, "mine@house.example")));
        beyond(() -> update(kim, bigger, form -> Forms.network(form, "192.0.2.1")));
        beyond(() -> update(kim, bigger, form -> form.withStatus("disabled")));
        beyond(() -> house.users.delete(kim.actor(), bigger.id(), null));
        beyond(() -> house.credentials.assign(kim.actor(), bigger.id(), OTHER_PASSWORD, true, null));
        beyond(() -> house.credentials.assign(kim.actor(), house.ada.id(), OTHER_PASSWORD, true, null));
        assertThat(house.get(bigger).version()).isEqualTo(1);
    }

    @Test
    void aResellersAdministratorSeesItsUsersOnly() {
        var sold = house.add(Forms.reseller(Forms.groups(normal("Sold"), house.desk), "southgate"));
        var other = house.add(Forms.reseller(Forms.groups(normal("Elsewhere"), house.desk), "eastgate"));

        assertThat(house.users.get(rita.actor(), sold.id()).name()).isEqualTo("Sold");
        assertThatThrownBy(() -> house.users.get(rita.actor(), other.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> house.users.get(rita.actor(), house.ada.id())).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> update(rita, other, form -> form)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> house.users.delete(rita.actor(), other.id(), null))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> house.credentials.assign(rita.actor(), other.id(), OTHER_PASSWORD, true, null))
                .isInstanceOf(Refusal.NotFound.class);
        var found = house.users.list(rita.actor(), UserFilter.NONE, PageRequest.first());
        assertThat(found.page().items())
                .allSatisfy(user -> assertThat(user.reseller()).isNotNull())
                .extracting(User::name)
                .contains("Rita", "Sold")
                .doesNotContain("Elsewhere");
        assertThat(found.accountTotal()).isEqualTo(found.page().items().size());
    }

    @Test
    void usersOfAResellersAdministratorGetTheReseller() {
        var user = create(rita, Forms.groups(normal("Heir"), house.desk));

        assertThat(user.reseller()).extracting(User.Reseller::key).isEqualTo("southgate");
        assertThatThrownBy(() -> create(rita, Forms.reseller(Forms.groups(normal("Stray"), house.desk), "eastgate")))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("no reseller `eastgate`");
        assertThatThrownBy(() -> update(rita, house.person(user), form -> Forms.reseller(form, null)))
                .isInstanceOf(Refusal.Beyond.class);
    }

    @Test
    void partnersOutOfSightDoNotExist() {
        var form = Forms.groups(normal("Looker"), house.desk);

        assertThatThrownBy(() -> create(rita, Forms.data(form, "selected", "acme")))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("no partner `acme`");
        assertThat(create(rita, Forms.data(form, "selected", "initech")).partners())
                .extracting(User.Partner::key)
                .containsExactly("initech");
    }

    @Test
    void partnersOutOfSightStaySelected() {
        var sold = house.add(Forms.data(
                Forms.reseller(Forms.groups(normal("Moved"), house.desk), "southgate"), "selected", "acme", "initech"));

        assertThat(house.users.get(rita.actor(), sold.id()).partners())
                .extracting(User.Partner::key)
                .containsExactly("initech");
        update(rita, sold, form -> Forms.name(form, "Moved on"));

        assertThat(house.get(sold).partners()).extracting(User.Partner::key).containsExactly("acme", "initech");
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        var self = house.add(administrator("Self"));

        for (var change : List.<UnaryOperator<UserForm>>of(
                form -> Forms.data(Forms.role(form, "normal"), "all"),
                form -> Forms.groups(form, house.everything),
                form -> Forms.permissions(form, "integration-configuration"),
                form -> Forms.reseller(Forms.groups(form, house.desk), "southgate"),
                form -> form.withStatus("disabled"))) {
            assertThatThrownBy(() -> update(self, self, change))
                    .isInstanceOf(Refusal.Conflict.class)
                    .hasMessageContaining("Nobody changes their own");
        }
        assertThatThrownBy(() -> house.users.delete(self.actor(), self.id(), null))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("Nobody deletes themselves");
        assertThatThrownBy(() -> house.credentials.assign(self.actor(), self.id(), OTHER_PASSWORD, false, null))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("current one");
        assertThat(update(self, self, form -> Forms.name(form, "Self Made")).name())
                .isEqualTo("Self Made");
    }

    @Test
    void onlyAnUnrestrictedAdministratorChangesHisOwnAllowList() {
        beyond(() -> update(kim, kim, form -> Forms.network(form, "127.0.0.1")));
        assertThat(update(house.ada, house.ada, form -> Forms.network(form, "127.0.0.1"))
                        .network()
                        .texts())
                .containsExactly("127.0.0.1");
        update(house.ada, house.ada, form -> Forms.network(form));
    }

    @Test
    void shuttingOneselfOutIsConfirmed() {
        var self = house.add(administrator("Outsider"));
        UnaryOperator<UserForm> change = form -> Forms.network(form, "192.0.2.0/24");

        var asked = unconfirmed(() -> update(self, self, change));
        assertThat(asked.detail()).contains("Your own address `127.0.0.1` is not in this list");
        assertThatThrownBy(() -> house.users.update(self.actor(), self.id(), change, null, asked.token() + "x"))
                .isInstanceOf(Refusal.Unconfirmed.class);

        assertThat(house.users
                        .update(self.actor(), self.id(), change, null, asked.token())
                        .network()
                        .texts())
                .containsExactly("192.0.2.0/24");
    }

    @Test
    void takingAwayTheLastGroupIsConfirmed() {
        var person = house.add(Forms.groups(normal("Grouped"), house.desk));
        UnaryOperator<UserForm> change = form -> Forms.groups(form);

        var asked = unconfirmed(() -> update(house.ada, person, change));
        assertThat(asked.detail()).contains("in no group any longer");
        assertThat(house.get(person).groups()).hasSize(1);
        update(house.ada, person, form -> Forms.name(form, "Regrouped"));
        assertThatThrownBy(() -> house.users.update(house.ada.actor(), person.id(), change, null, asked.token()))
                .as("the revision has moved on")
                .isInstanceOf(Refusal.Unconfirmed.class);
        var again = unconfirmed(() -> update(house.ada, person, change));

        assertThat(house.users
                        .update(house.ada.actor(), person.id(), change, null, again.token())
                        .groups())
                .isEmpty();
    }

    @Test
    void theLastGroupOfAResellersUserStays() {
        var sold = house.add(Forms.reseller(Forms.groups(normal("Bound"), house.desk), "southgate"));

        assertThatThrownBy(() -> update(house.ada, sold, form -> Forms.groups(form)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("at least one group");
    }

    @Test
    void manyAreDeletedTogetherOrNotAtAll() {
        var one = house.add(normal("Many One"));
        var two = house.add(normal("Many Two"));
        var nobody = new UserId(java.util.UUID.randomUUID());

        var refused = catchThrowableOfType(
                Refusal.Conflict.class,
                () -> house.deleteAll(house.ada.actor(), one.id(), house.ada.id(), nobody, two.id()));

        assertThat(refused).isNotNull();
        assertThat(refused.reasons()).extracting(Refusal.Invalid.Fault::field).containsExactly("ids[1]", "ids[2]");
        assertThat(house.get(one).status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(house.deleteAll(house.ada.actor(), one.id(), two.id(), one.id()))
                .isEqualTo(2);
        assertThatThrownBy(() -> house.get(two)).isInstanceOf(Refusal.NotFound.class);
    }

    private User create(Person actor, UserForm form) {
        return house.users.create(actor.actor(), form, House.PASSWORD);
    }

    private User update(Person actor, Person person, UnaryOperator<UserForm> change) {
        return house.users.update(actor.actor(), person.id(), change, null, null);
    }

    private static void beyond(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(Refusal.Beyond.class);
    }

    private static Refusal.Unconfirmed unconfirmed(ThrowingCallable attempt) {
        Refusal.@Nullable Unconfirmed asked = catchThrowableOfType(Refusal.Unconfirmed.class, attempt);
        assertThat(asked).isNotNull();
        return asked;
    }
}
