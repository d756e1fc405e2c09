package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.DataMode;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Role;
import io.bailiwick.conformance.World.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes scenario files, leaving out what is the default. */
final class ScenarioWriter {
    private ScenarioWriter() {}

    static String write(Scenario scenario) {
        var file = new LinkedHashMap<String, Object>();
        file.put("rule", scenario.rule());
        file.putAll(world(scenario.world()));
        putExpectations(file, scenario.expectations());
        put(file, "exceeds", nodes(comparisons(scenario, true), ScenarioWriter::comparison));
        put(file, "within", nodes(comparisons(scenario, false), ScenarioWriter::comparison));
        put(file, "refused", nodes(scenario.refusals(), refused -> world(less(refused, scenario.world()))));
        put(file, "changes", nodes(scenario.changes(), ChangeWriter::change));
        return ScenarioYaml.dump(file);
    }

    /** The lists `allow` and `deny`. */
    static void putExpectations(Map<String, Object> node, List<Scenario.Expectation> expectations) {
        put(node, "allow", nodes(answered(expectations, true), ScenarioWriter::expectation));
        put(node, "deny", nodes(answered(expectations, false), ScenarioWriter::expectation));
    }

    /** The lists `areas`, `groups`, `resellers`, `partners` and `users`, each unless it is empty. */
    static Map<String, Object> world(World world) {
        var node = new LinkedHashMap<String, Object>();
        put(node, "areas", nodes(world.areas(), ScenarioWriter::area));
        put(node, "groups", nodes(world.groups(), ScenarioWriter::group));
        put(node, "resellers", world.resellers());
        put(node, "partners", nodes(world.partners(), ScenarioWriter::partner));
        put(node, "users", nodes(world.users(), ScenarioWriter::user));
        return node;
    }

    /** What the refused world adds at the end of each list. */
    private static World less(World all, World base) {
        return new World(
                rest(all.areas(), base.areas()),
                rest(all.groups(), base.groups()),
                rest(all.resellers(), base.resellers()),
                rest(all.partners(), base.partners()),
                rest(all.users(), base.users()));
    }

    private static <T> List<T> rest(List<T> all, List<T> base) {
        return all.subList(base.size(), all.size());
    }

    static Map<String, Object> area(World.Area area) {
        var node = new LinkedHashMap<String, Object>();
        put(node, "application", area.application(), World.APPLICATION);
        node.put("name", area.name());
        put(node, "gate", Words.of(area.gate()), "open");
        node.put("paths", nodes(area.patterns(), ScenarioWriter::pattern));
        return node;
    }

    private static Object pattern(World.Pattern pattern) {
        if (pattern.actions().isEmpty()) {
            return pattern.path();
        }
        var actions = new TreeMap<String, Object>();
        pattern.actions().forEach((method, action) -> actions.put(method, Words.of(action)));
        var node = new LinkedHashMap<String, Object>();
        node.put("path", pattern.path());
        node.put("actions", actions);
        return node;
    }

    private static Map<String, Object> group(World.Group group) {
        var node = new LinkedHashMap<String, Object>();
        node.put("name", group.name());
        put(node, "mode", Words.of(group.mode()), Words.of(Mode.ONLY_LISTED));
        put(node, "default", access(group.defaultAccess()), ScenarioReader.EVERYTHING);
        put(node, "rules", nodes(group.rules(), ScenarioWriter::rule));
        return node;
    }

    private static Map<String, Object> rule(World.Rule rule) {
        var node = new LinkedHashMap<String, Object>();
        node.put(Words.of(rule.effect()), areaName(rule.area()));
        node.put("access", access(rule.access()));
        return node;
    }

    /** As {@link ScenarioReader#areaId} reads it. */
    static String areaName(String id) {
        var ours = World.APPLICATION + "/";
        return id.startsWith(ours) ? id.substring(ours.length()) : id;
    }

    private static Object access(Set<Action> access) {
        return access.size() == Action.values().length ? ScenarioReader.EVERYTHING : words(access);
    }

    private static Map<String, Object> partner(World.Partner partner) {
        var node = new LinkedHashMap<String, Object>();
        node.put("key", partner.key());
        put(node, "reseller", partner.reseller(), null);
        put(node, "switchedOff", String.valueOf(partner.switchedOff()), "false");
        return node;
    }

    private static Map<String, Object> user(World.User user) {
        var node = new LinkedHashMap<String, Object>();
        node.put("name", user.name());
        node.put("role", Words.of(user.role()));
        put(node, "permissions", words(user.permissions()));
        put(node, "groups", user.groups());
        put(node, "reseller", user.reseller(), null);
        var usual = user.role() == Role.ADMINISTRATOR ? DataMode.ALL : DataMode.NONE;
        var mode = user.data().mode();
        put(node, "data", mode == DataMode.SELECTED ? sorted(user.data().partners()) : Words.of(mode), Words.of(usual));
        put(node, "network", user.network());
        put(node, "status", Words.of(user.status()), Words.of(Status.ACTIVE));
        put(node, "passwordChangeDue", String.valueOf(user.passwordChangeDue()), "false");
        return node;
    }

    private static Map<String, Object> expectation(Scenario.Expectation expectation) {
        var request = expectation.request();
        var node = new LinkedHashMap<String, Object>();
        put(node, "user", request.user(), null);
        put(node, "application", request.application(), World.APPLICATION);
        node.put("method", request.method());
        node.put("path", request.path());
        put(node, "address", request.address(), null);
        put(node, "partner", request.partner(), null);
        if (expectation.gate() != null) {
            node.put("gate", Words.of(expectation.gate()));
        }
        if (expectation.sight() != null) {
            node.put("sees", sight(expectation.sight()));
        }
        return node;
    }

    private static List<String> sight(Sight sight) {
        var words = new ArrayList<>(sight.partners());
        if (sight.withoutPartner()) {
            words.add(ScenarioReader.WITHOUT_PARTNER);
        }
        return words;
    }

    private static Map<String, Object> comparison(Scenario.Comparison comparison) {
        var node = new LinkedHashMap<String, Object>();
        node.put("user", comparison.user());
        node.put("actor", comparison.actor());
        return node;
    }

    private static List<Scenario.Expectation> answered(List<Scenario.Expectation> expectations, boolean allowed) {
        return expectations.stream()
                .filter(expectation -> expectation.allowed() == allowed)
                .toList();
    }

    private static List<Scenario.Comparison> comparisons(Scenario scenario, boolean exceeds) {
        return scenario.comparisons().stream()
                .filter(comparison -> comparison.exceeds() == exceeds)
                .toList();
    }

    static <T> List<Object> nodes(List<T> values, Function<T, Object> one) {
        return values.stream().map(one).toList();
    }

    private static List<String> words(Set<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparing(Enum::ordinal))
                .map(Words::of)
                .toList();
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private static void put(Map<String, Object> node, String key, Collection<?> values) {
        if (!values.isEmpty()) {
            node.put(key, values);
        }
    }

    static void put(Map<String, Object> node, String key, @Nullable Object value, @Nullable Object usual) {
        if (value != null && !value.equals(usual)) {
            node.put(key, value);
        }
    }
}
