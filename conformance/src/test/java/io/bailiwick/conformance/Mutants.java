package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.DataAccess;
import io.bailiwick.conformance.World.DataMode;
import io.bailiwick.conformance.World.Effect;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Partner;
import io.bailiwick.conformance.World.Role;
import io.bailiwick.conformance.World.Rule;
import io.bailiwick.conformance.World.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Implementations that each get one thing wrong. */
final class Mutants {
    private Mutants() {}

    static Map<String, Candidate> all() {
        return Map.ofEntries(
                Map.entry("ignores denies", groups(Mutants::withoutDenies)),
                Map.entry("lets allow beat deny", groups(Mutants::withoutDeniesOfWhatIsAllowed)),
                Map.entry("adds rules to the defaults", groups(group -> Changes.withMode(group, Mode.EXCEPTIONS))),
                Map.entry("never keeps the defaults", groups(group -> Changes.withMode(group, Mode.ONLY_LISTED))),
                Map.entry("drops empty rules", groups(Mutants::withoutEmptyRules)),
                Map.entry("asks the first group only", users(Mutants::inFirstGroup)),
                Map.entry("opens every gate", areas(area -> withGate(area, AreaGate.OPEN))),
                Map.entry("takes staff for open", areas(Mutants::withStaffOpen)),
                Map.entry("ignores overrides", areas(Changes::withoutOverrides)),
                Map.entry("ignores the allow-list", users(user -> Changes.withNetwork(user, List.of()))),
                Map.entry("ignores the status", users(Changes::active)),
                Map.entry("ignores resellers", users(user -> Changes.withReseller(user, null))),
                Map.entry("keeps partners switched on", partners(partner -> Changes.switchedOff(partner, false))),
                Map.entry("shows everything", users(Mutants::seeingAll)),
                Map.entry("ignores case", paths(path -> path.toLowerCase(Locale.ROOT))),
                Map.entry("merges slashes", paths(path -> path.replaceAll("//+", "/"))),
                Map.entry("drops path parameters", paths(path -> path.replaceAll(";[^/?]*", ""))),
                Map.entry("decodes slashes", paths(path -> path.replaceAll("%2[Ff]", "/"))),
                Map.entry("minds the trailing slash", paths(path -> path.replaceFirst("/$", "/x"))),
                Map.entry("lets an unreadable address in", requests(Mutants::fromReadableAddress)),
                Map.entry("knows no HEAD", requests(Mutants::withoutHead)),
                Map.entry("forgets the partner", requests(request -> request.withPartner(null))));
    }

    private static Candidate worlds(UnaryOperator<World> mutation) {
        return world -> {
            var right = new ReferenceEngine(world);
            var wrong = new ReferenceEngine(mutation.apply(world));
            return judge(wrong::decide, right);
        };
    }

    private static Judge judge(Function<Request, Decision> decide, Judge right) {
        return new Judge() {
            @Override
            public Decision decide(Request request) {
                return decide.apply(request);
            }

            @Override
            public boolean exceeds(String user, String actor) {
                return right.exceeds(user, actor);
            }
        };
    }

    private static Candidate requests(UnaryOperator<Request> mutation) {
        return world -> {
            var right = new ReferenceEngine(world);
            return judge(request -> right.decide(mutation.apply(request)), right);
        };
    }

    private static Candidate paths(UnaryOperator<String> mutation) {
        return requests(request -> request.withPath(mutation.apply(request.path())));
    }

    private static Request fromReadableAddress(Request request) {
        var address = request.address();
        return address == null || PlainNetwork.address(address).isPresent() ? request : request.withAddress(null);
    }

    private static Request withoutHead(Request request) {
        return request.method().equals("HEAD") ? request.withMethod("head") : request;
    }

    private static Candidate areas(UnaryOperator<Area> mutation) {
        return worlds(world -> Changes.areas(world, mutation));
    }

    private static Candidate groups(UnaryOperator<Group> mutation) {
        return worlds(world -> Changes.groups(world, mutation));
    }

    private static Candidate partners(UnaryOperator<Partner> mutation) {
        return worlds(world -> Changes.partners(world, mutation));
    }

    private static Candidate users(UnaryOperator<User> mutation) {
        return worlds(world -> Changes.users(world, mutation));
    }

    /** The defaults stay nullified: a deny becomes an allow rule of nothing. */
    private static Group withoutDenies(Group group) {
        return Changes.withRules(
                group,
                group.rules().stream()
                        .map(rule ->
                                rule.effect() == Effect.DENY ? new Rule(Effect.ALLOW, rule.area(), Set.of()) : rule)
                        .toList());
    }

    private static Group withoutDeniesOfWhatIsAllowed(Group group) {
        return Changes.withRules(
                group,
                group.rules().stream()
                        .filter(rule -> rule.effect() == Effect.ALLOW
                                || group.rules().stream()
                                        .noneMatch(other -> other.effect() == Effect.ALLOW
                                                && other.area().equals(rule.area())))
                        .toList());
    }

    private static Group withoutEmptyRules(Group group) {
        return Changes.withRules(
                group,
                group.rules().stream().filter(rule -> !rule.access().isEmpty()).toList());
    }

    private static Area withGate(Area area, AreaGate gate) {
        boolean builtIn = area.gate() == AreaGate.PUBLIC || area.gate() == AreaGate.PERSONAL;
        return builtIn ? area : Changes.withGate(area, gate);
    }

    private static Area withStaffOpen(Area area) {
        return area.gate() == AreaGate.STAFF ? withGate(area, AreaGate.OPEN) : area;
    }

    private static User inFirstGroup(User user) {
        var first = user.groups().stream().limit(1).toList();
        return Changes.withGroups(user, first);
    }

    private static User seeingAll(User user) {
        var data = user.role() == Role.NORMAL ? new DataAccess(DataMode.ALL, Set.of()) : user.data();
        return Changes.withData(user, data);
    }
}
