package io.bailiwick.users.web;

import io.bailiwick.users.UserFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of users shows, as its address holds it.
 *
 * @param filter which users
 * @param sort the field they are sorted by, with `-` in front when descending
 */
public record Query(UserFilter filter, String sort) {
    /** The list's own order. */
    static final String NAME = "name";

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !values().isEmpty();
    }

    /** The same users by that field; turned round when they are sorted by it already. */
    public String sortedBy(String field) {
        return address(sort.equals(field) ? "-" + field : field, null);
    }

    /** The page that a cursor leads to; null without one. */
    public @Nullable String page(@Nullable String cursor) {
        return cursor == null ? null : address(sort, cursor);
    }

    private String address(String order, @Nullable String after) {
        var values = values();
        if (!order.equals(NAME)) {
            values.put("sort", order);
        }
        if (after != null) {
            values.put("after", after);
        }
        var address = UriComponentsBuilder.fromPath("/users");
        values.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        put(values, "q", filter.q());
        put(values, "email", filter.email());
        put(values, "name", filter.name());
        put(values, "status", filter.status());
        put(values, "role", filter.role());
        put(values, "group", filter.group());
        put(values, "partner", filter.partner());
        put(values, "reseller", filter.reseller());
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(key, value);
        }
    }
}
