package io.bailiwick.areas;

import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.ListLinks;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which part of the list of an application's endpoints is on the page; what is done there leads back to it.
 *
 * @param q part of a path, summary or area
 * @param placed {@code true} for endpoints that an area covers, {@code false} for the others, empty for all
 * @param after the cursor behind which the page begins; empty at the beginning
 */
record EndpointsView(String q, String placed, String after) {
    static EndpointsView read(MultiValueMap<String, String> sent) {
        return new EndpointsView(first(sent, "q"), first(sent, "placed"), first(sent, "after"));
    }

    Endpoints.Filter filter() {
        return new Endpoints.Filter(q, placed.isEmpty() ? null : Boolean.valueOf(placed));
    }

    /** Where it is shown. */
    String of(Application application) {
        return links(application).at(after);
    }

    /** The address of the page behind the cursor; null on the last page. */
    @Nullable
    String next(Application application, @Nullable String cursor) {
        return links(application).next(cursor);
    }

    /** As hidden fields, so that what is posted leads back to it. */
    List<Field> fields() {
        return List.of(new Field("q", q), new Field("placed", placed), new Field("after", after));
    }

    static String list(Application application) {
        return "/applications/" + application.id() + "/endpoints";
    }

    private ListLinks links(Application application) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("q", q);
        filters.put("placed", placed);
        return new ListLinks(list(application), filters, "");
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
