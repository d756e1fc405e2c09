package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.conformance.Candidate;
import io.bailiwick.conformance.Scenario;
import io.bailiwick.conformance.Scenarios;
import io.bailiwick.conformance.Suite;
import io.bailiwick.conformance.World;
import io.bailiwick.model.Role;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A sample of the scenarios, asked as a proxy asks: by people who have signed in. Left out is what no proxy can say: one
 * partner's data, empty or unprintable methods and paths, and addresses that no header holds.
 */
@PanelTest
class ProxyConformanceTests {
    /** One of so many scenarios, so that all kinds are in it: their names are in the order of the alphabet. */
    private static final int SAMPLE = 4;

    private static final Pattern METHOD = Pattern.compile("[A-Za-z]+");
    private static final Pattern PATH = Pattern.compile("/[!-~&&[^#]]*");
    private static final Pattern ADDRESS = Pattern.compile("[!-~]+");

    /** Tomcat itself refuses it. */
    private static final Set<String> UNSERVED = Set.of("TRACE", "CONNECT");

    @Autowired
    private Panel panel;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Users users;

    @TestFactory
    Stream<DynamicTest> aProxyIsAnsweredAsTheScenarioSays() {
        var suite = new Suite(candidate());
        return sample().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> assertThat(suite.failures(scenario)).isEmpty()));
    }

    @Test
    void theSampleIsWorthIt() {
        assertThat(sample()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(sample().stream().flatMap(scenario -> scenario.expectations().stream()))
                .hasSizeGreaterThanOrEqualTo(80)
                .anyMatch(Scenario.Expectation::allowed)
                .anyMatch(expectation -> !expectation.allowed());
    }

    private Candidate candidate() {
        var account = accounts.create("Proxied worlds");
        var email = "wanda@worlds.example";
        var user = users.createFirst(account, "Wanda Worlds", email, HttpWorlds.PASSWORD);
        var wanda = new Cast.Person(user.id(), account, email, "Wanda Worlds", Role.ADMINISTRATOR, HttpWorlds.PASSWORD);
        var worlds = new HttpWorlds(panel, account, panel.signIn(wanda));
        return world -> judge(account, worlds, world);
    }

    private ProxyJudge judge(Account account, HttpWorlds worlds, World world) {
        var names = worlds.make(world);
        return new ProxyJudge(panel, new HttpSessions(panel, account, names), world, names);
    }

    private static List<Scenario> sample() {
        var all = Scenarios.all().stream()
                .map(ProxyConformanceTests::askable)
                .filter(scenario -> !scenario.expectations().isEmpty())
                .toList();
        return IntStream.range(0, all.size())
                .filter(place -> place % SAMPLE == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static Scenario askable(Scenario scenario) {
        var world = scenario.world();
        return new Scenario(
                scenario.name(),
                scenario.rule(),
                world,
                world.needsBuiltIn()
                        ? List.of()
                        : scenario.expectations().stream()
                                .filter(expectation -> isAskable(expectation, world))
                                .map(ProxyConformanceTests::withoutGate)
                                .toList(),
                List.of(),
                List.of());
    }

    private static Scenario.Expectation withoutGate(Scenario.Expectation expectation) {
        return new Scenario.Expectation(expectation.request(), expectation.allowed(), null, expectation.sight());
    }

    private static boolean isAskable(Scenario.Expectation expectation, World world) {
        var request = expectation.request();
        return request.partner() == null
                && (request.user() == null
                        || world.users().stream().anyMatch(user -> user.name().equals(request.user())))
                && METHOD.matcher(request.method()).matches()
                && !UNSERVED.contains(request.method())
                && PATH.matcher(request.path()).matches()
                && (request.address() == null
                        || ADDRESS.matcher(request.address()).matches());
    }
}
