package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.conformance.Change.Answer;
import io.bailiwick.conformance.Judge;
import io.bailiwick.conformance.Scenario;
import io.bailiwick.conformance.Scenarios;
import io.bailiwick.conformance.Suite;
import io.bailiwick.conformance.World;
import io.bailiwick.model.Role;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The server decides as the scenarios say, with worlds made, questions asked and changes tried over HTTP. Left out is what
 * cannot be made or asked there: areas of the panel itself other than it has (its handlers declare them), partners and
 * applications that are not there (answered with 404), empty methods, paths and addresses (not given), and whether somebody
 * exceeds somebody (what limited Administrators are refused tells; {@link ClimbingTests}).
 */
@PanelTest
class HttpConformanceTests {
    private static final int TOGETHER = 30;
    private static final Set<Answer> DONE = Set.of(Answer.DONE, Answer.CONFIRMED);

    @Autowired
    private Panel panel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Users users;

    private @Nullable HttpWorlds worlds;
    private int made;

    @TestFactory
    Stream<DynamicTest> theServerDecidesAsTheScenarioSays() {
        var together = new Suite(this::together);
        var alone = new Suite(this::alone);
        return asked().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> assertThat((takesTheKey(scenario) ? alone : together).failures(scenario))
                                .as(scenario.name())
                                .isEmpty()));
    }

    @Test
    void hardlyAnythingIsLeftOut() {
        assertThat(Scenarios.all().size() - asked().size()).isLessThanOrEqualTo(20);
        assertThat(Scenarios.all())
                .filteredOn(scenario -> !scenario.changes().isEmpty())
                .hasSizeGreaterThanOrEqualTo(57)
                .allMatch(scenario -> HttpWorlds.canMake(scenario.world()))
                .allMatch(scenario -> askable(scenario).expectations().equals(scenario.expectations()));
    }

    private static List<Scenario> asked() {
        return Scenarios.all().stream()
                .map(HttpConformanceTests::askable)
                .filter(HttpConformanceTests::isWorthwhile)
                .toList();
    }

    /** Worlds in one account, until it has so many that every write is slow. */
    private Judge together(World world) {
        if (worlds == null || made++ % TOGETHER == 0) {
            var account = accounts.create("Worlds");
            worlds = new HttpWorlds(panel, account, administrator(account));
        }
        return worlds.judge(world);
    }

    /** A world in an account of its own, in which who made it holds no key. */
    private Judge alone(World world) {
        var account = accounts.create("World of its own");
        var maker = administrator(account);
        var names = new HttpWorlds(panel, account, maker).make(world);
        var group = maker.post("/api/v1/groups", Map.of("name", "Makers"));
        var path = "/api/v1/users/" + maker.get("/api/v1/me").json().path("id").asString();
        var key = world.users().stream().filter(Deeds::isKey).findFirst().orElseThrow();
        var session = Objects.requireNonNull(new HttpSessions(panel, account, names).of(key));
        var groups = Map.of("groups", List.of(group.json().path("id").asString()));
        var limited = session.send("PATCH", path, groups, HttpSessions.home(key));
        assertThat(limited.status()).as(limited.body()).isEqualTo(200);
        return new HttpAdministration(panel, account, maker, world, names);
    }

    /** Whether some change, as the ones before have left the world, would take the last key. */
    private static boolean takesTheKey(Scenario scenario) {
        var world = scenario.world();
        for (var change : scenario.changes()) {
            var after = Deeds.done(world, change.deed());
            if (hasKey(world) && !hasKey(after)) {
                return true;
            }
            world = DONE.contains(change.answer()) ? after : world;
        }
        return false;
    }

    private static boolean hasKey(World world) {
        return world.users().stream().anyMatch(Deeds::isKey);
    }

    private Visitor administrator(Account account) {
        var email = "walter@worlds.example";
        var user = users.createFirst(account, "Walter Worlds", email, HttpWorlds.PASSWORD);
        return panel.signIn(
                new Cast.Person(user.id(), account, email, "Walter Worlds", Role.ADMINISTRATOR, HttpWorlds.PASSWORD));
    }

    /** What of a scenario can be asked over HTTP. */
    private static Scenario askable(Scenario scenario) {
        var world = scenario.world();
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
                !HttpWorlds.canMake(world)
                        ? List.of()
                        : scenario.expectations().stream()
                                .filter(expectation -> isAskable(expectation, known))
                                .toList(),
                List.of(),
                scenario.refusals().stream().filter(HttpWorlds::canMake).toList(),
                scenario.changes());
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

    private static boolean isWorthwhile(Scenario scenario) {
        return HttpWorlds.canMake(scenario.world())
                && !(scenario.expectations().isEmpty()
                        && scenario.refusals().isEmpty()
                        && scenario.changes().isEmpty());
    }
}
