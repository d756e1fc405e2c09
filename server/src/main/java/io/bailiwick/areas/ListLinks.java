package io.bailiwick.areas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of one list: the same search and filters, in another order or a page on. */
final class ListLinks {
    private final String path;
    private final Map<String, String> filters;

    /** @param filters empty ones are left out */
    ListLinks(String path, Map<String, String> filters) {
        this.path = path;
        this.filters = filters;
    }

    /** The address that sorts by the field, the other way round when the list is sorted by it. */
    String sort(String sort, String field) {
        return link(field.equals(sort) ? "-" + field : field, null);
    }

    /** The address of the page after the cursor, null on the last page. */
    @Nullable
    String next(String sort, @Nullable String cursor) {
        return cursor == null ? null : link(sort, cursor);
    }

    private String link(String sort, @Nullable String after) {
        var values = new LinkedHashMap<String, String>(filters);
        values.put("sort", sort);
        values.put("after", after == null ? "" : after);
        values.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
