package io.bailiwick.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of one list: the same search and filters, in another order or a page on. */
public final class ListLinks {
    private final String path;
    private final Map<String, String> filters;
    private final String sort;

    /**
     * @param path the list's own path
     * @param filters by field name; empty ones are left out
     * @param sort how the list is sorted: a field, with a minus before it for descending
     */
    public ListLinks(String path, Map<String, String> filters, String sort) {
        this.path = path;
        this.filters = filters;
        this.sort = sort;
    }

    /** The address that sorts by the field, the other way round when the list is sorted by it. */
    public String sort(String field) {
        return link(field.equals(sort) ? "-" + field : field, null);
    }

    /** For each field the address that sorts by it. */
    public Map<String, String> sorts(String... fields) {
        var links = new LinkedHashMap<String, String>();
        for (var field : fields) {
            links.put(field, sort(field));
        }
        return links;
    }

    /** The address of the page after the cursor, null on the last page. */
    public @Nullable String next(@Nullable String cursor) {
        return cursor == null ? null : link(sort, cursor);
    }

    /** The address of the page that begins after the cursor; of the first page when it is empty. */
    public String at(String cursor) {
        return link(sort, cursor);
    }

    private String link(String order, @Nullable String after) {
        var values = new LinkedHashMap<String, String>(filters);
        values.put("sort", order);
        values.put("after", after == null ? "" : after);
        values.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
