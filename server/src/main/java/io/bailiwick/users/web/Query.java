package io.bailiwick.users.web;

import io.bailiwick.users.SavedView;
import io.bailiwick.users.SearchLine;
import io.bailiwick.users.UserFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of users shows, as its address holds it.
 *
 * @param q the search, as typed
 * @param sort the field they are sorted by, with `-` in front when descending
 * @param all which check boxes are ticked from the start: {@code page}, {@code matching}, or none when empty
 */
public record Query(String q, String sort, String all) {
    /** The list's own order. */
    static final String NAME = "name";

    static final String PAGE = "page";
    static final String MATCHING = "matching";

    /** Whether a filter says more than its search: then its other fields belong into the search bar. */
    static boolean isScattered(UserFilter filter) {
        return !new UserFilter(
                        null,
                        blankToNull(filter.email()),
                        blankToNull(filter.name()),
                        blankToNull(filter.status()),
                        blankToNull(filter.role()),
                        blankToNull(filter.group()),
                        blankToNull(filter.partner()),
                        blankToNull(filter.reseller()))
                .equals(UserFilter.NONE);
    }

    /** The filter as one search. */
    static Query gathered(UserFilter filter, String sort) {
        var line = SearchLine.of(filter.q());
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("name", filter.name());
        fields.put("email", filter.email());
        fields.put("status", filter.status());
        fields.put("role", filter.role());
        fields.put("group", filter.group());
        fields.put("partner", filter.partner());
        fields.put("reseller", filter.reseller());
        for (var field : fields.entrySet()) {
            var value = blankToNull(field.getValue());
            line = value == null ? line : line.with(field.getKey(), value.strip());
        }
        return new Query(line.toString(), sort, "");
    }

    /** What a saved view shows. */
    public static Query of(SavedView view) {
        return new Query(view.q(), view.sort().isEmpty() ? NAME : view.sort(), "");
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !q.isBlank();
    }

    /** The same users by that field; turned round when they are sorted by it already. */
    public String sortedBy(String field) {
        return sortedAs(sort.equals(field) ? "-" + field : field);
    }

    /** The same users in that order. */
    public String sortedAs(String order) {
        return address("/users", q, order, "", null);
    }

    /** The page that a cursor leads to; null without one. */
    public @Nullable String page(@Nullable String cursor) {
        return cursor == null ? null : address("/users", q, sort, "", cursor);
    }

    /** Those whom another search finds, in the same order. */
    public String searching(String other) {
        return address("/users", other, sort, "", null);
    }

    /** The same page with every box ticked; or all that match. */
    public String selecting(String which) {
        return address("/users", q, sort, which, null);
    }

    /** The page with every box ticked that a cursor led to. */
    public String here() {
        return address("/users", q, sort, "", null);
    }

    /** Where this search is given a name. */
    public String kept() {
        return address("/users/views/new", q, sort, "", null);
    }

    /** All that match, as a file. */
    public String exported() {
        return address("/users/export", q, sort, "", null);
    }

    private static String address(String path, String search, String order, String all, @Nullable String after) {
        var values = new LinkedHashMap<String, String>();
        put(values, "q", search);
        put(values, "sort", order.equals(NAME) ? "" : order);
        put(values, "all", all);
        put(values, "after", after);
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, String> values, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(key, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
