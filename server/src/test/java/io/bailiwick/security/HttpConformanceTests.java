package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.conformance.Scenario;
import io.bailiwick.conformance.Scenarios;
import io.bailiwick.conformance.Suite;
import io.bailiwick.conformance.World;
import io.bailiwick.model.Role;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The server decides as the scenarios say, with worlds made and questions asked over HTTP. Left out is what cannot be
 * made or asked there: areas of the panel itself (its handlers declare them), users who were invited (there are no
 * invitations yet), partners and applications that are not there (answered with 404), empty methods, paths and addresses (not given), and whether somebody exceeds somebody (what limited
 * Administrators are refused tells; {@link ClimbingTests}).
 */
@PanelTest
class HttpConformanceTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Users users;

    @TestFactory
    Stream<DynamicTest> theServerDecidesAsTheScenarioSays() {
        var suite = new Suite(new HttpWorlds(administrator()));
        return Scenarios.all().stream()
                .map(HttpConformanceTests::askable)
                .filter(HttpConformanceTests::isWorthwhile)
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> assertThat(suite.failures(scenario)).isEmpty()));
    }

    @Test
    void hardlyAnythingIsLeftOut() {
        var asked = Scenarios.all().stream()
                .map(HttpConformanceTests::askable)
                .filter(HttpConformanceTests::isWorthwhile)
                .toList();

        assertThat(Scenarios.all().size() - asked.size()).isLessThanOrEqualTo(20);
    }

    private Visitor administrator() {
        var account = accounts.create("Worlds");
        var email = "walter@worlds.example";
        var user = users.createFirst(account, "Walter Worlds", email, HttpWorlds.PASSWORD);
        return panel.signIn(
                new Cast.Person(user.id(), account, email, "Walter Worlds", Role.ADMINISTRATOR, HttpWorlds.PASSWORD));
    }

    /** What of a scenario can be asked over HTTP. */
    private static Scenario askable(Scenario scenario) {
        var world = withoutInvited(scenario.world());
        var known = Stream.of(
                        world.users().stream().map(World.User::name),
                        world.partners().stream().map(World.Partner::key),
                        HttpWorlds.applications(world))
                .flatMap(names -> names)
                .toList();
        return new Scenario(
                scenario.name(),
                scenario.rule(),
                world,
                world.needsBuiltIn()
                        ? List.of()
                        : scenario.expectations().stream()
                                .filter(expectation -> isAskable(expectation, known))
                                .toList(),
                List.of(),
                scenario.refusals().stream()
                        .filter(refused -> !refused.needsBuiltIn())
                        .toList());
    }

    private static boolean isAskable(Scenario.Expectation expectation, List<String> known) {
        var request = expectation.request();
        return request.user() != null
                && known.contains(request.user())
                && known.contains(request.application())
                && (request.partner() == null || known.contains(request.partner()))
                && !request.method().isBlank()
                && !request.path().isBlank()
                && (request.address() == null || !request.address().isEmpty());
    }

    /** The world without those who could not be made. */
    static World withoutInvited(World world) {
        return new World(
                world.areas(),
                world.groups(),
                world.resellers(),
                world.partners(),
                world.users().stream()
                        .filter(user -> !Objects.equals(user.status(), World.Status.INVITED))
                        .toList());
    }

    private static boolean isWorthwhile(Scenario scenario) {
        return !scenario.world().needsBuiltIn()
                && !(scenario.expectations().isEmpty() && scenario.refusals().isEmpty());
    }
}
