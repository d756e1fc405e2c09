package io.bailiwick.security;

import io.bailiwick.Visitor;
import io.bailiwick.conformance.Candidate;
import io.bailiwick.conformance.Judge;
import io.bailiwick.conformance.World;
import io.bailiwick.conformance.WorldRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The server as an implementation of the access model: a world is made by calls of the REST API, and asked about there.
 * All worlds live in one account, told apart by a number in every name.
 */
final class HttpWorlds implements Candidate {
    /** How every user of every world signs in. */
    static final String PASSWORD = "gravel orchid lantern 1729 tuba";

    private final Visitor administrator;
    private int made;

    /** Made by that unrestricted Administrator. */
    HttpWorlds(Visitor administrator) {
        this.administrator = administrator;
    }

    @Override
    public Judge judge(World world) {
        return new HttpJudge(administrator, world, make(world));
    }

    /** Makes the world, and tells what things are called in it. */
    Names make(World world) {
        made++;
        var names = new Names("-" + made);
        applications(world)
                .forEach(key -> post(
                        "/api/v1/applications",
                        Map.of("name", key + names.ending(), "key", names.of(key), "origins", List.of())));
        world.areas().forEach(area -> post("/api/v1/areas", area(names, area)));
        var groups = new LinkedHashMap<String, String>();
        world.groups().forEach(group -> groups.put(group.name(), post("/api/v1/groups", group(names, group))));
        world.resellers()
                .forEach(key -> post("/api/v1/resellers", Map.of("name", names.of(key), "key", names.of(key))));
        world.partners().forEach(partner -> post("/api/v1/partners", partner(names, partner)));
        world.users().forEach(user -> user(names, groups, user));
        return names;
    }

    /** The names of one world, as the account has them. */
    record Names(String ending) {
        /** A key, or a name that must be unique. */
        String of(String name) {
            return name + ending;
        }

        /** The area's id in the world, as rules name it here. */
        String area(String id) {
            var slash = id.indexOf('/');
            return of(id.substring(0, slash)) + id.substring(slash);
        }

        /** A user's e-mail address. */
        String email(String user) {
            return user + ending + "@worlds.example";
        }
    }

    /** The applications that are made for a world. */
    static Stream<String> applications(World world) {
        return Stream.concat(
                        Stream.of(World.APPLICATION), world.areas().stream().map(World.Area::application))
                .distinct();
    }

    private static Map<String, Object> area(Names names, World.Area area) {
        return Map.of(
                "application", names.of(area.application()),
                "name", area.name(),
                "gate", word(area.gate()),
                "paths", area.patterns().stream().map(HttpWorlds::path).toList());
    }

    private static Object path(World.Pattern pattern) {
        var actions = new LinkedHashMap<String, String>();
        pattern.actions().forEach((method, action) -> actions.put(method, word(action)));
        return actions.isEmpty() ? pattern.path() : Map.of("path", pattern.path(), "actions", actions);
    }

    private static Map<String, Object> group(Names names, World.Group group) {
        return Map.of(
                "name", names.of(group.name()),
                "mode", word(group.mode()),
                "defaultAccess", words(group.defaultAccess()),
                "rules",
                        group.rules().stream()
                                .map(rule -> Map.of(
                                        "area", names.area(rule.area()),
                                        "access", words(rule.access()),
                                        "effect", word(rule.effect())))
                                .toList());
    }

    private static Map<String, Object> partner(Names names, World.Partner partner) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", names.of(partner.key()));
        body.put("key", names.of(partner.key()));
        body.put("active", !partner.switchedOff());
        if (partner.reseller() != null) {
            body.put("reseller", names.of(partner.reseller()));
        }
        return body;
    }

    private void user(Names names, Map<String, String> groups, World.User user) {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", names.email(user.name()));
        body.put("name", user.name());
        body.put("password", PASSWORD);
        body.put("mustChangePassword", user.passwordChangeDue());
        body.put("role", word(user.role()));
        body.put("permissions", words(user.permissions()));
        body.put("groups", user.groups().stream().map(groups::get).toList());
        body.put("network", user.network());
        body.put(
                "dataAccess",
                Map.of(
                        "mode",
                        word(user.data().mode()),
                        "partners",
                        user.data().partners().stream().map(names::of).toList()));
        if (user.reseller() != null) {
            body.put("reseller", names.of(user.reseller()));
        }
        var id = post("/api/v1/users", body);
        if (user.status() == World.Status.DISABLED) {
            taken(administrator.patch("/api/v1/users/" + id, Map.of("status", "disabled")));
        }
    }

    private String post(String path, Object body) {
        return taken(administrator.post(path, body)).json().path("id").asString();
    }

    private static Visitor.Answer taken(Visitor.Answer answer) {
        if (answer.status() == 409 || answer.status() == 422) {
            throw new WorldRefused(answer.body());
        }
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static List<String> words(Iterable<? extends Enum<?>> values) {
        var words = new java.util.ArrayList<String>();
        values.forEach(value -> words.add(word(value)));
        return words;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
