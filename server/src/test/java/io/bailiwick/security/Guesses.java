package io.bailiwick.security;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes values up for whatever a call takes, by the names and types that its handler declares: mostly ids and words that
 * mean something, of things in sight, of others, of another account, and of nothing at all.
 */
final class Guesses {
    private static final List<String> ACCESS = List.of("create", "read", "update", "delete");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("role", List.of("administrator", "normal", "normal", "partner")),
            Map.entry("status", List.of("active", "disabled", "invited")),
            Map.entry(
                    "permissions",
                    List.of("jobs", "integration-configuration", "issue-comments", "reprocess-messages")),
            Map.entry("mode", List.of("none", "all", "selected", "only-listed", "exceptions")),
            Map.entry("defaultAccess", ACCESS),
            Map.entry("access", ACCESS),
            Map.entry(
                    "action",
                    List.of("enable", "disable", "add-to-groups", "remove-from-groups", "change", "read", "delete")),
            Map.entry("actions", ACCESS),
            Map.entry("effect", List.of("allow", "allow", "deny")),
            Map.entry("timeZone", List.of("Europe/Berlin", "UTC", "Nowhere/Land")),
            Map.entry("network", List.of("127.0.0.1", "10.0.0.0/8", "nonsense")),
            Map.entry("entries", List.of("127.0.0.1", "10.0.0.0/8", "nonsense")),
            Map.entry("address", List.of("127.0.0.1", "10.1.1.1")),
            Map.entry("method", List.of("GET", "POST", "PATCH", "DELETE")),
            Map.entry("path", List.of("/users", "/api/v1/users/1", "/orders", "/resellers", "/groups/1", "//x")),
            Map.entry("application", List.of("cockpit", "shop", "nothing")),
            Map.entry("gate", List.of("open", "staff", "administration")),
            Map.entry(
                    "q", List.of("", "e", "status:active", "role:normal", "reseller:none", "-group:x", "partner:none")),
            Map.entry("sort", List.of("name", "-name", "email", "-createdAt", "nothing")),
            Map.entry("limit", List.of("1", "10", "500")),
            Map.entry("moveMembersTo", List.of("none")),
            Map.entry("all", List.of("true", "false")),
            Map.entry("preview", List.of("true", "false")));

    private final Random random;
    private final Map<String, List<String>> known;
    private int number;

    /** @param known what there is, by what it is called in paths, such as `users`; values are ids, keys, names and addresses */
    Guesses(Random random, Map<String, List<String>> known) {
        this.random = random;
        this.known = known;
    }

    /** Something of that kind: known, or missing. */
    String thing(String kind) {
        var there = known.getOrDefault(kind, known.getOrDefault("ids", List.of()));
        return there.isEmpty() || random.nextInt(20) == 0 ? UUID.randomUUID().toString() : one(there);
    }

    /** A body of that type. */
    Object body(Type type) {
        return Objects.requireNonNullElse(value("", type), Map.of());
    }

    /** A value of that name, as text. */
    String text(String name) {
        return switch (name) {
            case "name" -> "Walker " + ++number;
            case "key" -> "walker-" + ++number;
            case "email" -> random.nextInt(3) == 0 ? thing("emails") : "walker." + ++number + "@walk.example";
            case "emails" -> "invited." + ++number + "@walk.example";
            case "text" -> "Inge <invited." + ++number + "@walk.example>; " + thing("emails");
            case "password" -> random.nextInt(4) == 0 ? "gravel orchid lantern " + ++number : "short";
            case "current", "token", "code", "confirm" -> "guess-" + random.nextInt(9);
            case "note", "notes", "subject", "phone", "description" -> "Welcome " + ++number;
            case "id", "ids", "user", "users", "with", "members" -> thing("users");
            case "groups", "group", "moveMembersTo" -> thing("groups");
            case "partners", "partner" -> thing("partners");
            case "reseller" -> thing("resellers");
            case "area", "areas" -> thing("areas");
            default -> WORDS.containsKey(name) ? one(WORDS.get(name)) : thing("ids");
        };
    }

    private @Nullable Object value(String name, Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return ofMany(name, parameterized);
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return random.nextInt(30) == 0 ? null : record(plain);
        }
        if (type == Boolean.class || type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return random.nextInt(5);
        }
        return random.nextInt(25) == 0 ? null : text(name);
    }

    private Object ofMany(String name, ParameterizedType type) {
        var inner = type.getActualTypeArguments();
        if (Map.class.isAssignableFrom((Class<?>) type.getRawType())) {
            var map = new LinkedHashMap<String, Object>();
            map.put(one(List.of("GET", "POST")), one(ACCESS));
            return map;
        }
        Set<Object> many = new LinkedHashSet<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            var value = value(name, inner[0]);
            if (value != null) {
                many.add(value);
            }
        }
        return new ArrayList<>(many);
    }

    private Map<String, Object> record(Class<?> type) {
        var fields = new LinkedHashMap<String, Object>();
        var whole = random.nextInt(3) == 0;
        for (RecordComponent component : type.getRecordComponents()) {
            if (whole || random.nextInt(2) == 0) {
                var value = value(component.getName(), component.getGenericType());
                if (value != null || random.nextInt(4) == 0) {
                    fields.put(component.getName(), value);
                }
            }
        }
        return fields;
    }

    /** One of them. */
    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
