package io.bailiwick.users;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The values of a statement that is put together of conditions, each under a name of its own. */
final class Bindings {
    private final Map<String, Object> values = new TreeMap<>();

    String text(String value) {
        return bind(value) + "::text";
    }

    String texts(List<String> value) {
        return bind(value.toArray(String[]::new)) + "::text[]";
    }

    String ids(List<UUID> value) {
        return bind(value.toArray(UUID[]::new)) + "::uuid[]";
    }

    String time(Instant value) {
        return bind(OffsetDateTime.ofInstant(value, ZoneOffset.UTC)) + "::timestamptz";
    }

    Map<String, Object> values() {
        return values;
    }

    private String bind(Object value) {
        var name = "condition" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
