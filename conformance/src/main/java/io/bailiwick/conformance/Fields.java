package io.bailiwick.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a scenario file, in which every scalar is text; a key that nobody asked for is a mistake. */
final class Fields {
    private final String where;
    private final Map<?, ?> fields;
    private final Set<Object> unread;

    Fields(String where, @Nullable Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + " is not a mapping");
        }
        this.where = where;
        this.fields = map;
        this.unread = new LinkedHashSet<>(map.keySet());
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    @Nullable
    Object node(String key) {
        unread.remove(key);
        return fields.get(key);
    }

    @Nullable
    String textOrNull(String key) {
        return switch (node(key)) {
            case null -> null;
            case String text -> text;
            case Object other ->
                throw new IllegalArgumentException("%s.%s is not text: %s".formatted(where, key, other));
        };
    }

    String text(String key) {
        var text = textOrNull(key);
        if (text == null) {
            throw new IllegalArgumentException("%s has no `%s`".formatted(where, key));
        }
        return text;
    }

    String text(String key, String otherwise) {
        var text = textOrNull(key);
        return text == null ? otherwise : text;
    }

    boolean flag(String key) {
        return switch (text(key, "false")) {
            case "true" -> true;
            case "false" -> false;
            case String other ->
                throw new IllegalArgumentException("%s.%s is neither true nor false".formatted(where, other));
        };
    }

    List<?> nodes(String key) {
        return switch (node(key)) {
            case null -> List.of();
            case List<?> list -> list;
            case Object other ->
                throw new IllegalArgumentException("%s.%s is not a list: %s".formatted(where, key, other));
        };
    }

    List<String> texts(String key) {
        return nodes(key).stream().map(String.class::cast).toList();
    }

    List<Fields> mappings(String key) {
        var mappings = new ArrayList<Fields>();
        for (var node : nodes(key)) {
            mappings.add(new Fields("%s.%s[%d]".formatted(where, key, mappings.size()), node));
        }
        return mappings;
    }

    Fields mapping(String key) {
        return new Fields(where + "." + key, has(key) ? node(key) : Map.of());
    }

    Set<String> keys() {
        unread.clear();
        var keys = new LinkedHashSet<String>();
        fields.keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    /** @throws IllegalArgumentException when there are keys that nobody asked for */
    void done() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("%s has fields that mean nothing: %s".formatted(where, unread));
        }
    }
}
