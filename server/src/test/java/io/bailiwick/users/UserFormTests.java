package io.bailiwick.users;

import static io.bailiwick.users.House.administrator;
import static io.bailiwick.users.House.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bailiwick.PanelTest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which fields a user may have, whoever writes them. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserFormTests {
    private final House house;
    private int number;

    @Autowired
    UserFormTests(ApplicationContext context) {
        house = new House(context, "Forms");
    }

    @Test
    void everyFieldIsKept() {
        var form = new UserForm(
                "  Dana.Reyes@House.example ",
                "  Dana Reyes ",
                "normal",
                List.of(house.desk.toString()),
                List.of("jobs", "issue-comments"),
                new UserForm.DataAccessForm("selected", List.of("acme", "globex")),
                "southgate",
                "Europe/Berlin",
                List.of("1.1.1.", "10.1.2.3/8", "2001:DB8::1"),
                true,
                true,
                null);

        var user = house.users.create(house.server, form, House.PASSWORD);

        assertThat(user.email()).isEqualTo("Dana.Reyes@House.example");
        assertThat(user.name()).isEqualTo("Dana Reyes");
        assertThat(user.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(UserForm.of(user))
                .isEqualTo(new UserForm(
                        "Dana.Reyes@House.example",
                        "Dana Reyes",
                        "normal",
                        List.of(house.desk.toString()),
                        List.of("jobs", "issue-comments"),
                        new UserForm.DataAccessForm("selected", List.of("acme", "globex")),
                        "southgate",
                        "Europe/Berlin",
                        List.of("1.1.1.0/24", "10.0.0.0/8", "2001:db8::1"),
                        true,
                        true,
                        "active"));
        assertThat(user.createdBy()).isEqualTo("Bailiwick");
        assertThat(user.lastSignInAt()).isNull();
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        var form = new UserForm(
                "nobody",
                " ",
                "root",
                List.of("x", UUID.randomUUID().toString()),
                List.of("sudo"),
                new UserForm.DataAccessForm("some", null),
                "nowhere",
                "Mars/Olympus",
                List.of("10.", "01.2.3.4", "10.0.0.1:80"),
                null,
                null,
                "asleep");

        assertThat(faults(form, "short"))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "password",
                        "role",
                        "permissions",
                        "email",
                        "name",
                        "status",
                        "groups",
                        "groups",
                        "dataAccess.mode",
                        "reseller",
                        "timeZone",
                        "network[1]",
                        "network[2]");
    }

    @Test
    void aPasswordIsNeededToCreateSomebodyWithOne() {
        assertThat(faults(normal("No Password"), null)).containsExactly(new Fault("password", "Give a password."));
    }

    @Test
    void withoutARoleTheServerMakesAnAdministrator() {
        var user = house.users.create(house.server, Forms.role(administrator("No Role"), null), House.PASSWORD);

        assertThat(user.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(user.dataAccess()).isEqualTo(DataAccess.ALL);
    }

    @Test
    void aNormalUserSeesNoDataUnlessItIsChosen() {
        var user = house.users.create(house.server, normal("No Data").withDataAccess(null), House.PASSWORD);

        assertThat(user.dataAccess()).isEqualTo(DataAccess.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "administrator,all,",
        "normal,none,",
        "normal,all,",
        "normal,selected,acme",
        "normal,selected,acme;globex",
        "partner,selected,acme"
    })
    void whatARoleMayHaveOfDataIsTaken(String role, String mode, @Nullable String partners) {
        var form = Forms.role(normal("Data " + number++), role)
                .withDataAccess(new UserForm.DataAccessForm(mode, split(partners)));

        assertThat(house.users
                        .create(house.server, form, House.PASSWORD)
                        .dataAccess()
                        .mode())
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "administrator,none,",
        "administrator,selected,acme",
        "normal,selected,",
        "normal,all,acme",
        "normal,selected,nobody",
        "partner,none,",
        "partner,all,",
        "partner,selected,",
        "partner,selected,acme;globex"
    })
    void whatARoleMayNotHaveOfDataIsRefused(String role, String mode, @Nullable String partners) {
        var form = Forms.role(normal("Data " + number++), role)
                .withDataAccess(new UserForm.DataAccessForm(mode, split(partners)));

        assertThat(faults(form, House.PASSWORD))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.field()).startsWith("dataAccess"));
    }

    @ParameterizedTest
    @CsvSource({
        "administrator,integration-configuration",
        "administrator,jobs",
        "normal,jobs",
        "normal,integration-configuration",
        "normal,issue-comments",
        "normal,reprocess-messages",
        "partner,issue-comments"
    })
    void whatARoleMayHoldIsTaken(String role, String permission) {
        var form = Forms.permissions(data(Forms.role(normal("Holder " + number++), role)), permission);

        assertThat(UserForm.permissions(house.users.create(house.server, form, House.PASSWORD)))
                .containsExactly(permission);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "integration-configuration", "reprocess-messages"})
    void aPartnerHoldsNothingButIssueComments(String permission) {
        var form = Forms.permissions(data(Forms.role(normal("Holder " + number++), "partner")), permission);

        assertThat(faults(form, House.PASSWORD))
                .containsExactly(new Fault(
                        "permissions", "A Partner user cannot hold `" + permission + "`, only `issue-comments`."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u202eb", "a\u2028b", "a\0b", "a\uD83Eb", "a\u0085b", "a\u2066b"})
    void aNameIsOneLineThatHidesNothing(String name) {
        assertThat(faults(Forms.name(normal("Bad " + number++), name), House.PASSWORD))
                .extracting(Fault::field)
                .containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "李文",
                "محمد",
                "👩🏽‍💻 Aiko",
                "O'Brien; drop table users",
                "{{7*7}} ${x}"
            })
    void anyOtherNameIsKeptAsItIs(String name) {
        var user = house.users.create(house.server, Forms.name(normal("Odd " + number++), name), House.PASSWORD);

        assertThat(user.name()).isEqualTo(name);
    }

    @Test
    void twoHundredCharactersAreTheLongestName() {
        assertThat(house.add(Forms.name(normal("Long"), "🦊".repeat(200))).name())
                .hasSize(400);
        assertThat(faults(Forms.name(normal("Longer"), "x".repeat(201)), House.PASSWORD))
                .hasSize(1);
    }

    @Test
    void anAddressIsTakenWithoutCase() {
        house.add(normal("Twin"));
        var again = Forms.email(normal("Twin Two"), "TWIN@House.Example");

        assertThatThrownBy(() -> house.users.create(house.server, again, House.PASSWORD))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("belongs to somebody else");
    }

    @Test
    void onesOwnAddressMayChangeItsCase() {
        var person = house.add(normal("Casey"));

        var user = house.users.update(
                house.server, person.id(), form -> Forms.email(form, "CASEY@house.example"), null, null);

        assertThat(user.email()).isEqualTo("CASEY@house.example");
    }

    @Test
    void aUserOfAResellerHasAGroup() {
        assertThatThrownBy(() -> house.users.create(
                        house.server, Forms.reseller(normal("Groupless"), "southgate"), House.PASSWORD))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("at least one group");
    }

    @Test
    void aTimeZoneIsAnIanaName() {
        assertThat(house.users
                        .create(house.server, Forms.zone(normal("Zoned"), "America/Sao_Paulo"), House.PASSWORD)
                        .zone()
                        .getId())
                .isEqualTo("America/Sao_Paulo");
        assertThat(faults(Forms.zone(normal("Unzoned"), "GMT+25"), House.PASSWORD))
                .hasSize(1);
        assertThat(faults(Forms.zone(normal("Unzoned"), "europe/berlin"), House.PASSWORD))
                .hasSize(1);
    }

    @Test
    void anUnchangedUserKeepsItsVersion() {
        var person = house.add(normal("Same"));

        var user = house.users.update(house.server, person.id(), form -> form, 1L, null);

        assertThat(user.version()).isEqualTo(1);
    }

    @Test
    void aStaleVersionIsRefused() {
        var person = house.add(normal("Stale"));
        house.users.update(house.server, person.id(), form -> Forms.name(form, "Staler"), 1L, null);

        assertThatThrownBy(() ->
                        house.users.update(house.server, person.id(), form -> Forms.name(form, "Stalest"), 1L, null))
                .isInstanceOf(Refusal.Stale.class);
        assertThatThrownBy(() -> house.users.delete(house.server, person.id(), 1L))
                .isInstanceOf(Refusal.Stale.class);
        assertThatThrownBy(() -> house.credentials.assign(house.server, person.id(), House.PASSWORD + 8, true, 1L))
                .isInstanceOf(Refusal.Stale.class);
    }

    @Test
    void aUserKeepsARole() {
        var person = house.add(normal("Roled"));

        assertThatThrownBy(
                        () -> house.users.update(house.server, person.id(), form -> Forms.role(form, null), null, null))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private List<Fault> faults(UserForm form, @Nullable String password) {
        var invalid =
                catchThrowableOfType(Refusal.Invalid.class, () -> house.users.create(house.server, form, password));
        assertThat(invalid).isNotNull();
        return invalid.faults();
    }

    private static UserForm data(UserForm form) {
        return "administrator".equals(form.role()) ? form.withDataAccess(null) : Forms.data(form, "selected", "acme");
    }

    private static List<String> split(@Nullable String words) {
        return words == null ? List.of() : List.of(words.split(";"));
    }
}
