package io.bailiwick.users;

import static io.bailiwick.users.House.administrator;
import static io.bailiwick.users.House.normal;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever way a user's rights change, he is counted where he stands, and nowhere else. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingsTests {
    private final House house;
    private final Groups groups;
    private final JdbcClient jdbc;

    @Autowired
    StandingsTests(ApplicationContext context, JdbcClient jdbc) {
        house = new House(context, "Standings");
        groups = context.getBean(Groups.class);
        this.jdbc = jdbc;
    }

    @AfterEach
    void everybodyIsCountedWhereHeStands() {
        assertThat(jdbc.sql("""
                select count(*) from users
                where standing <> standing_of(role, permissions_sorted(permissions), groups_of(account, id), reseller,
                    data_access)
                """).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("""
                with counted as (
                    select account, standing, role, permissions_sorted(permissions), groups_of(account, id), reseller,
                        data_access, count(*) as total
                    from users group by 1, 2, 3, 4, 5, 6, 7
                ), kept as (
                    select account, id, role, permissions, groups, reseller, data_access, total from standings
                )
                select count(*) from (
                    (table counted except table kept) union all (table kept except table counted)
                ) as wrong
                """).query(Long.class).single()).isZero();
    }

    @Test
    void usersAlikeStandTogether() {
        var one = house.add(Forms.groups(normal("Alike One"), house.desk, house.everything));
        var two = house.add(Forms.groups(normal("Alike Two"), house.everything, house.desk));
        var other = house.add(Forms.groups(normal("Alike Other"), house.desk));

        assertThat(standing(one.id())).isEqualTo(standing(two.id())).isNotEqualTo(standing(other.id()));
        assertThat(total(one.id())).isEqualTo(2);
    }

    @Test
    void whateverChangesAUserMovesHim() {
        var user = house.add(Forms.permissions(normal("Moving"), "jobs", "issue-comments"));
        var seen = new HashSet<UUID>();
        seen.add(standing(user.id()));
        for (var change : List.<UnaryOperator<UserForm>>of(
                form -> Forms.permissions(form, "jobs"),
                form -> Forms.groups(form, house.desk),
                form -> Forms.groups(form, house.everything),
                form -> Forms.data(form, "selected", "acme"),
                form -> Forms.reseller(form, "southgate"),
                form -> Forms.data(form, "all"),
                form -> Forms.role(form, "administrator"))) {
            house.users.update(house.server, user.id(), change, null, null);
            assertThat(seen.add(standing(user.id()))).isTrue();
            everybodyIsCountedWhereHeStands();
        }
        house.users.update(house.server, user.id(), form -> Forms.name(form, "Moved On"), null, null);
        assertThat(seen).contains(standing(user.id()));
        house.deleteAll(house.ada.actor(), user.id());
    }

    @Test
    void manyAtOnceAreMoved() {
        var people = Stream.of("Many One", "Many Two", "Many Three")
                .map(name -> house.add(normal(name)).id())
                .toList();
        var selection = new Selection.These(people);
        house.selections.carryOut(
                house.ada.actor(), selection, new Deed.Join(List.of(house.desk.toString())), false, null);
        assertThat(people).extracting(this::standing).containsOnly(standing(people.getFirst()));
        assertThat(total(people.getFirst())).isGreaterThanOrEqualTo(3);
        house.deleteAll(house.ada.actor(), people.toArray(UserId[]::new));
    }

    @Test
    void aDeletedGroupsMembersStandWhereTheyAreMovedTo() {
        var gone = groups.create(
                house.server,
                new GroupForm("Gone", null, null, List.of(new RuleForm("cockpit/Users", List.of(), "deny"))));
        var member = house.add(administrator("Moved Member", gone));
        var there = house.add(administrator("There Already", house.everything));

        assertThat(standing(member.id())).isNotEqualTo(standing(there.id()));
        groups.delete(house.server, gone, null, house.everything.toString(), null);
        assertThat(standing(member.id())).isEqualTo(standing(there.id()));
    }

    private UUID standing(UserId user) {
        return jdbc.sql("select standing from users where account = :account and id = :user")
                .param("account", house.account.id().value())
                .param("user", user.value())
                .query(UUID.class)
                .single();
    }

    private long total(UserId user) {
        return jdbc.sql("select total from standings where account = :account and id = :standing")
                .param("account", house.account.id().value())
                .param("standing", standing(user))
                .query(Long.class)
                .single();
    }
}
