package io.bailiwick.partners;

import io.bailiwick.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * In which order a list is read: by one field, then by another, then by id. More fields would change nothing, for of the
 * three fields only the name can be the same twice.
 *
 * @param first `name`, `key` or `createdAt`
 * @param firstUp whether ascending
 * @param second another of them, or empty
 * @param secondUp whether ascending
 */
record Order(String first, boolean firstUp, String second, boolean secondUp) {
    private static final List<String> FIELDS = List.of("name", "key", "createdAt");

    static Order of(List<String> sort) {
        var ascending = new LinkedHashMap<String, Boolean>();
        for (var word : sort) {
            var field = word.startsWith("-") ? word.substring(1) : word;
            if (!FIELDS.contains(field)) {
                throw new Refusal.Invalid("sort", "Sort by `name`, `key` or `createdAt`, not by `" + field + "`.");
            }
            ascending.putIfAbsent(field, !word.startsWith("-"));
        }
        ascending.putIfAbsent("name", true);
        var fields = List.copyOf(ascending.keySet());
        var second = fields.size() > 1 ? fields.get(1) : "";
        return new Order(
                fields.getFirst(),
                ascending.getOrDefault(fields.getFirst(), true),
                second,
                ascending.getOrDefault(second, true));
    }
}
