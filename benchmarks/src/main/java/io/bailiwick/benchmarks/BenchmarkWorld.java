package io.bailiwick.benchmarks;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.GroupDefinition;
import io.bailiwick.engine.PatternDefinition;
import io.bailiwick.engine.PolicyDefinition;
import io.bailiwick.engine.RuleDefinition;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.model.Access;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.HttpMethods;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A world of what all peers can express: 500 areas with three patterns each, groups that allow some actions on some areas
 * and deny nothing, users in one or two groups with one network. The same size makes the same world.
 */
public final class BenchmarkWorld {

    /** The sizes that the issue names. */
    public enum Size {
        /** 1,000 users in 10 groups of 20 rules. */
        SMALL(1_000, 10, 20),
        /** 100,000 users in 1,000 groups of 50 rules. */
        LARGE(100_000, 1_000, 50);

        final int users;
        final int groups;
        final int rules;

        Size(int users, int groups, int rules) {
            this.users = users;
            this.groups = groups;
            this.rules = rules;
        }
    }

    /** The number of areas. */
    public static final int AREAS = 500;

    /** The application that all requests are for. */
    public static final UUID APPLICATION = new UUID(1, 1);

    /**
     * The number of questions; a power of two. Too many for a branch to be learned by heart, and so few (a megabyte) that they
     * do not push what is measured out of the processor's caches.
     */
    public static final int QUESTIONS = 1 << 14;

    private static final int ADDRESSES = 1 << 10;

    private static final List<String> MODULES = List.of(
            "accounts",
            "messages",
            "calls",
            "conferences",
            "recordings",
            "transcriptions",
            "usage",
            "queues",
            "addresses",
            "applications",
            "balance",
            "keys",
            "notifications",
            "numbers",
            "sip",
            "tokens",
            "validation",
            "billing",
            "contacts",
            "routing",
            "tickets",
            "endpoints",
            "flows",
            "jobs",
            "reports");
    private static final List<String> RESOURCES = List.of(
            "records",
            "today",
            "yesterday",
            "daily",
            "monthly",
            "triggers",
            "members",
            "feedback",
            "media",
            "payments",
            "streams",
            "events",
            "local",
            "mobile",
            "toll-free",
            "credentials",
            "domains",
            "mappings",
            "shortcodes",
            "summaries");

    private final List<AreaDefinition> areas = new ArrayList<>();
    private final List<GroupDefinition> groups = new ArrayList<>();
    private final List<UserDefinition> users = new ArrayList<>();
    private final List<List<Integer>> groupsOfUsers = new ArrayList<>();

    /** The world of a size. */
    public BenchmarkWorld(Size size) {
        var random = new Random(size.users);
        for (int area = 0; area < AREAS; area++) {
            var patterns = List.of(path(area), path(area) + "/{Sid}", path(area) + "/{Sid}/history").stream()
                    .map(PathPattern::parse)
                    .map(PatternDefinition::of)
                    .toList();
            areas.add(new AreaDefinition(id(random), APPLICATION, path(area), AreaGate.OPEN, patterns));
        }
        for (int group = 0; group < size.groups; group++) {
            var rules = random.ints(0, AREAS)
                    .distinct()
                    .limit(size.rules)
                    .mapToObj(area -> new RuleDefinition(
                            areas.get(area).id(), Access.ofMask(1 + random.nextInt(15)), Effect.ALLOW))
                    .toList();
            groups.add(new GroupDefinition(id(random), "group" + group, GroupMode.ONLY_LISTED, Access.ALL, rules));
        }
        var network = AllowList.parse(List.of("10.", "192.168.0.0/16", "2001:db8::/32"));
        for (int user = 0; user < size.users; user++) {
            int first = user % size.groups;
            var numbers = new HashSet<>(List.of(first, user % 2 == 0 ? first : (first * 7 + 3) % size.groups));
            groupsOfUsers.add(List.copyOf(numbers));
            users.add(user(id(random), numbers, network));
        }
    }

    private UserDefinition user(UUID id, Set<Integer> numbers, AllowList network) {
        var ids = new HashSet<UUID>();
        numbers.forEach(number -> ids.add(groups.get(number).id()));
        return new UserDefinition(
                id, UserStatus.ACTIVE, false, Role.NORMAL, Set.of(), ids, null, DataAccess.NONE, network);
    }

    /** The path of an area; nothing but the area's own paths lies below it. */
    public static String path(int area) {
        int module = area / RESOURCES.size();
        return "/api/v1/" + MODULES.get(module) + "/" + RESOURCES.get(area % RESOURCES.size());
    }

    /**
     * Questions over users, areas and methods; half of them about an area that a group of the user names.
     *
     * <p>The user differs from one to the next, and with it all that is known of the user. The texts come from a few
     * hundred kilobytes of paths and addresses, which stay in the processor's caches, as the text of a request does that
     * has just been read: to wait for the questions is no part of deciding.
     */
    public List<Question> questions() {
        var random = new Random(42);
        var paths = paths(random);
        var addresses = IntStream.range(0, ADDRESSES)
                .mapToObj(number -> "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256))
                .toList();
        var parsed = addresses.stream().map(IpAddress::parse).toList();
        var methods = List.of("GET", "GET", "POST", "PUT", "DELETE");
        var questions = new ArrayList<Question>();
        while (questions.size() < QUESTIONS) {
            int user = random.nextInt(users.size());
            var path = paths.get(areaFor(user, random)).get(random.nextInt(3));
            var method = methods.get(random.nextInt(methods.size()));
            int address = random.nextInt(ADDRESSES);
            questions.add(new Question(
                    user,
                    copy(users.get(user).id()),
                    method,
                    Objects.requireNonNull(HttpMethods.actionOf(method)),
                    path,
                    parsed.get(address),
                    addresses.get(address)));
        }
        return questions;
    }

    /** For each area a path that each of its patterns matches. */
    private static List<List<String>> paths(Random random) {
        return IntStream.range(0, AREAS)
                .mapToObj(area -> path(area) + "/AC" + Long.toHexString(random.nextLong()))
                .map(one -> List.of(one.substring(0, one.lastIndexOf('/')), one, one + "/history"))
                .toList();
    }

    private int areaFor(int user, Random random) {
        if (random.nextBoolean()) {
            return random.nextInt(AREAS);
        }
        var group = groups.get(groupsOfUsers.get(user).getFirst());
        var wanted = group.rules().get(random.nextInt(group.rules().size())).area();
        for (int area = 0; area < AREAS; area++) {
            if (areas.get(area).id().equals(wanted)) {
                return area;
            }
        }
        throw new IllegalStateException("a rule names an area");
    }

    /** Another object of the same value, as a request brings it. */
    private static UUID copy(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** The definition of its policy. */
    public PolicyDefinition definition() {
        return new PolicyDefinition(
                1, List.of(new ApplicationDefinition(APPLICATION, "api")), areas, groups, List.of());
    }

    /** Its areas, by number. */
    public List<AreaDefinition> areas() {
        return areas;
    }

    /** Its groups, by number. */
    public List<GroupDefinition> groups() {
        return groups;
    }

    /** Its users, by number. */
    public List<UserDefinition> users() {
        return users;
    }

    /** The numbers of the groups of a user. */
    public List<Integer> groupsOf(int user) {
        return groupsOfUsers.get(user);
    }

    /** The actions that a group allows on an area. */
    public Access access(int group, UUID area) {
        for (var rule : groups.get(group).rules()) {
            if (rule.area().equals(area)) {
                return rule.access();
            }
        }
        return Access.NONE;
    }
}
