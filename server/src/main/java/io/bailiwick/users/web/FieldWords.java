package io.bailiwick.users.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The values of a user's fields in words.
 *
 * @param names what keys stand for, by `partner <key>` and `reseller <key>`: those that the reader sees
 * @param hides whether what has no name is out of the reader's sight; else it is gone, and its key is all there is
 */
record FieldWords(MessageSource messages, Map<String, String> names, boolean hides) {

    /** A value as a person reads it; empty for nothing. */
    String of(String field, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> text(yes ? "user.history.yes" : "user.history.no");
            case Map<?, ?> map when field.equals("dataAccess") -> data(map);
            case Map<?, ?> map -> Objects.toString(map.get("name"), map.toString());
            case List<?> list -> list.stream().map(each -> of(field, each)).collect(Collectors.joining(", "));
            default -> word(field, value.toString());
        };
    }

    /** The keys of the partners in a value of `dataAccess`. */
    static List<String> partners(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get("partners") instanceof List<?> keys
                ? keys.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String word(String field, String value) {
        return switch (field) {
            case "role" -> known("users.role." + value, value);
            case "status" -> known("ui.status." + value, value);
            case "permissions" -> known("users.permission." + value, value);
            case "reseller" -> names.getOrDefault("reseller " + value, hides ? text("user.history.hidden") : value);
            default -> value;
        };
    }

    private String data(Map<?, ?> data) {
        var mode = Objects.toString(data.get("mode"), "none");
        if (!mode.equals("selected")) {
            return known("users.data.mode." + mode, mode);
        }
        var keys = partners(data);
        var named = keys.stream()
                .filter(key -> !hides || names.containsKey("partner " + key))
                .map(key -> names.getOrDefault("partner " + key, key))
                .toList();
        return String.join(", ", named)
                + (named.size() == keys.size()
                        ? ""
                        : (named.isEmpty() ? "" : ", ") + text("user.history.hidden.partners"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private String known(String key, String otherwise) {
        var text = messages.getMessage(key, null, otherwise, Locale.ENGLISH);
        return text == null ? otherwise : text;
    }
}
