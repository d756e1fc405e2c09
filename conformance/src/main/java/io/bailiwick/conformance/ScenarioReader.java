package io.bailiwick.conformance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.DataAccess;
import io.bailiwick.conformance.World.DataMode;
import io.bailiwick.conformance.World.Effect;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Partner;
import io.bailiwick.conformance.World.Permission;
import io.bailiwick.conformance.World.Role;
import io.bailiwick.conformance.World.Rule;
import io.bailiwick.conformance.World.Status;
import io.bailiwick.conformance.World.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads scenario files. What a file leaves out has the default of the access model; the role is never left out. */
final class ScenarioReader {
    static final String WITHOUT_PARTNER = "without-partner";
    static final String EVERYTHING = "all";

    private ScenarioReader() {}

    /** @throws IllegalArgumentException when the text is no scenario; the message says where */
    static Scenario read(String name, String text) {
        var fields = new Fields(name, ScenarioYaml.load(text));
        var rule = fields.text("rule");
        var world = world(fields);
        var expectations = expectations(fields);
        var comparisons = new ArrayList<Scenario.Comparison>();
        fields.mappings("exceeds").forEach(each -> comparisons.add(comparison(each, true)));
        fields.mappings("within").forEach(each -> comparisons.add(comparison(each, false)));
        var refusals = read(fields, "refused", each -> and(world, world(each)));
        var changes = read(fields, "changes", ChangeReader::change);
        fields.done();
        return new Scenario(name, rule, world, expectations, comparisons, refusals, changes);
    }

    /** The lists `allow` and `deny`. */
    static List<Scenario.Expectation> expectations(Fields fields) {
        var expectations = new ArrayList<Scenario.Expectation>();
        fields.mappings("allow").forEach(each -> expectations.add(expectation(each, true)));
        fields.mappings("deny").forEach(each -> expectations.add(expectation(each, false)));
        return expectations;
    }

    /** The lists `areas`, `groups`, `resellers`, `partners` and `users`. */
    static World world(Fields fields) {
        return new World(
                read(fields, "areas", ScenarioReader::area),
                read(fields, "groups", ScenarioReader::group),
                fields.texts("resellers"),
                read(fields, "partners", ScenarioReader::partner),
                read(fields, "users", ScenarioReader::user));
    }

    private static World and(World world, World more) {
        return new World(
                both(world.areas(), more.areas()),
                both(world.groups(), more.groups()),
                both(world.resellers(), more.resellers()),
                both(world.partners(), more.partners()),
                both(world.users(), more.users()));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    static <T> List<T> read(Fields fields, String key, Function<Fields, T> one) {
        return fields.mappings(key).stream().map(each -> finish(each, one)).toList();
    }

    static <T> T finish(Fields fields, Function<Fields, T> one) {
        var value = one.apply(fields);
        fields.done();
        return value;
    }

    static Area area(Fields fields) {
        return new Area(
                fields.text("application", World.APPLICATION),
                fields.text("name"),
                Words.read(AreaGate.class, fields.text("gate", "open")),
                fields.nodes("paths").stream().map(ScenarioReader::pattern).toList());
    }

    private static World.Pattern pattern(@Nullable Object node) {
        if (node instanceof String path) {
            return new World.Pattern(path, Map.of());
        }
        return finish(new Fields("path", node), fields -> {
            var actions = fields.mapping("actions");
            return new World.Pattern(
                    fields.text("path"),
                    actions.keys().stream()
                            .collect(
                                    toMap(method -> method, method -> Words.read(Action.class, actions.text(method)))));
        });
    }

    private static Group group(Fields fields) {
        return new Group(
                fields.text("name"),
                Words.read(Mode.class, fields.text("mode", "only-listed")),
                fields.has("default") ? access(fields, "default") : Set.of(Action.values()),
                read(fields, "rules", ScenarioReader::rule));
    }

    private static Rule rule(Fields fields) {
        var effect = fields.has("deny") ? Effect.DENY : Effect.ALLOW;
        var area = fields.text(Words.of(effect));
        return new Rule(effect, areaId(area), access(fields, "access"));
    }

    /** The id of an area that is named without its application when that is the usual one. */
    static String areaId(String area) {
        return area.contains("/") ? area : World.APPLICATION + "/" + area;
    }

    private static Set<Action> access(Fields fields, String key) {
        if (fields.node(key) instanceof String word && word.equals(EVERYTHING)) {
            return Set.of(Action.values());
        }
        return fields.texts(key).stream()
                .map(word -> Words.read(Action.class, word))
                .collect(toSet());
    }

    private static Partner partner(Fields fields) {
        return new Partner(fields.text("key"), fields.textOrNull("reseller"), fields.flag("switchedOff"));
    }

    private static User user(Fields fields) {
        var role = Words.read(Role.class, fields.text("role"));
        return new User(
                fields.text("name"),
                role,
                fields.texts("permissions").stream()
                        .map(word -> Words.read(Permission.class, word))
                        .collect(toSet()),
                fields.texts("groups"),
                fields.textOrNull("reseller"),
                data(fields, role),
                fields.texts("network"),
                Words.read(Status.class, fields.text("status", "active")),
                fields.flag("passwordChangeDue"));
    }

    private static DataAccess data(Fields fields, Role role) {
        if (!fields.has("data")) {
            return new DataAccess(role == Role.ADMINISTRATOR ? DataMode.ALL : DataMode.NONE, Set.of());
        }
        if (fields.node("data") instanceof String word) {
            return new DataAccess(Words.read(DataMode.class, word), Set.of());
        }
        return new DataAccess(DataMode.SELECTED, Set.copyOf(fields.texts("data")));
    }

    private static Scenario.Expectation expectation(Fields fields, boolean allowed) {
        return finish(
                fields,
                each -> new Scenario.Expectation(
                        request(each),
                        allowed,
                        allowed || !each.has("gate") ? null : Words.read(Gate.class, each.text("gate")),
                        allowed && each.has("sees") ? sight(each.texts("sees")) : null));
    }

    private static Request request(Fields fields) {
        return new Request(
                fields.textOrNull("user"),
                fields.text("application", World.APPLICATION),
                fields.text("method"),
                fields.text("path"),
                fields.textOrNull("address"),
                fields.textOrNull("partner"));
    }

    private static Sight sight(List<String> words) {
        var partners = new HashSet<>(words);
        boolean withoutPartner = partners.remove(WITHOUT_PARTNER);
        return Sight.of(partners, withoutPartner);
    }

    private static Scenario.Comparison comparison(Fields fields, boolean exceeds) {
        return finish(fields, each -> new Scenario.Comparison(each.text("user"), each.text("actor"), exceeds));
    }
}
