package io.bailiwick.security;

import io.bailiwick.conformance.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The things of a world as the REST API takes them, with every field said. */
record HttpForms(HttpNames names) {

    Map<String, @Nullable Object> application(String key) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("name", names.application(key));
        body.put("key", names.application(key));
        body.put("origins", List.of());
        return body;
    }

    Map<String, @Nullable Object> area(World.Area area) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("application", names.application(area.application()));
        body.put("name", area.name());
        body.put("gate", word(area.gate()));
        body.put("paths", area.patterns().stream().map(HttpForms::path).toList());
        return body;
    }

    private static Object path(World.Pattern pattern) {
        var actions = new LinkedHashMap<String, String>();
        pattern.actions().forEach((method, action) -> actions.put(method, word(action)));
        return actions.isEmpty() ? pattern.path() : Map.of("path", pattern.path(), "actions", actions);
    }

    /** An OpenAPI document that describes the areas: one tag each. */
    static Map<String, Object> document(List<World.Area> areas) {
        var paths = new LinkedHashMap<String, Object>();
        for (var area : areas) {
            var get = Map.of(
                    "tags", List.of(area.name()), "responses", Map.of("200", Map.of("description", area.name())));
            area.patterns().forEach(pattern -> paths.put(pattern.path(), Map.of("get", get)));
        }
        return Map.of("openapi", "3.0.3", "info", Map.of("title", "Areas", "version", "1"), "paths", paths);
    }

    Map<String, @Nullable Object> group(World.Group group) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("name", names.of(group.name()));
        body.put("mode", word(group.mode()));
        body.put("defaultAccess", words(group.defaultAccess()));
        body.put(
                "rules",
                group.rules().stream()
                        .map(rule -> Map.of(
                                "area", names.area(rule.area()),
                                "access", words(rule.access()),
                                "effect", word(rule.effect())))
                        .toList());
        return body;
    }

    Map<String, @Nullable Object> reseller(String key) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("name", names.of(key));
        body.put("key", names.of(key));
        return body;
    }

    Map<String, @Nullable Object> partner(World.Partner partner) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("name", names.of(partner.key()));
        body.put("key", names.of(partner.key()));
        body.put("active", !partner.switchedOff());
        body.put("reseller", partner.reseller() == null ? null : names.of(partner.reseller()));
        return body;
    }

    /** Somebody who is not there yet: with a password, unless he is to be invited. */
    Map<String, @Nullable Object> newUser(World.User user) {
        var body = rights(user);
        body.put("email", names.email(user.name()));
        body.put("name", user.name());
        if (user.status() != World.Status.INVITED) {
            body.put("password", HttpWorlds.PASSWORD);
        }
        return body;
    }

    /** Somebody who is there. */
    Map<String, @Nullable Object> user(World.User user) {
        var body = rights(user);
        if (user.status() != World.Status.INVITED) {
            body.put("status", word(user.status()));
        }
        return body;
    }

    private Map<String, @Nullable Object> rights(World.User user) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("mustChangePassword", user.passwordChangeDue());
        body.put("role", word(user.role()));
        body.put("permissions", words(user.permissions()));
        body.put(
                "groups",
                user.groups().stream().map(name -> names.id("groups", name)).toList());
        body.put("network", user.network());
        body.put(
                "dataAccess",
                Map.of(
                        "mode",
                        word(user.data().mode()),
                        "partners",
                        user.data().partners().stream().map(names::of).toList()));
        body.put("reseller", user.reseller() == null ? null : names.of(user.reseller()));
        return body;
    }

    private static List<String> words(Iterable<? extends Enum<?>> values) {
        var words = new ArrayList<String>();
        values.forEach(value -> words.add(word(value)));
        return words;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
