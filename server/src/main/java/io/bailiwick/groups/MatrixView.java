package io.bailiwick.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the matrix is on the page.
 *
 * @param q part of an area's name or path
 * @param show {@code rules} for areas with rules alone, {@code changed} for those changed, empty for all
 * @param open the keys of the applications that are unfolded; empty when nobody chose, {@link #NONE} for none
 * @param after the id of the area after which the page begins; empty at the beginning
 */
public record MatrixView(String q, String show, List<String> open, String after) {
    static final String NONE = "-";

    private static final Set<String> SHOWS = Set.of("rules", "changed");

    public MatrixView {
        open = List.copyOf(open);
    }

    static MatrixView read(MultiValueMap<String, String> sent) {
        return new MatrixView(
                        first(sent, "q").strip(),
                        first(sent, "show"),
                        sent.getOrDefault("open", List.of()).stream().distinct().toList(),
                        first(sent, "after"))
                .after(first(sent, "do"));
    }

    /** The view after one of the form's buttons; those that are about something else leave it as it is. */
    private MatrixView after(String verb) {
        var parts = verb.split(":", 2);
        var what = parts.length < 2 ? "" : parts[1];
        return switch (parts[0]) {
            case "filter" -> new MatrixView(q, show, open, "");
            case "show" -> new MatrixView(q, SHOWS.contains(what) ? what : "", open, "");
            case "open" -> new MatrixView(q, show, with(what), "");
            case "fold" -> new MatrixView(q, show, without(what), "");
            case "more" -> new MatrixView(q, show, open, what);
            default -> this;
        };
    }

    /** Whether it shows what matches, from every application. */
    boolean isNarrowed() {
        return !q.isEmpty() || !show.isEmpty();
    }

    boolean isOpen(String application, boolean otherwise) {
        return open.isEmpty() ? otherwise : open.contains(application);
    }

    /** With these applications unfolded, written out. */
    MatrixView opened(List<String> applications) {
        return new MatrixView(q, show, applications.isEmpty() ? List.of(NONE) : applications, after);
    }

    /** The query that leads to this view, beginning with a question mark; empty for the whole. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        var values = new ArrayList<String>();
        add(query, values, "q", q);
        add(query, values, "show", show);
        open.forEach(key -> add(query, values, "open", key));
        add(query, values, "after", after);
        return query.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder query, List<String> values, String name, String value) {
        if (!value.isEmpty()) {
            query.queryParam(name, "{" + name + "}");
            values.add(value);
        }
    }

    String wanted() {
        return q.toLowerCase(Locale.ROOT);
    }

    private List<String> with(String key) {
        var more = new ArrayList<>(open);
        more.remove(NONE);
        if (!more.contains(key)) {
            more.add(key);
        }
        return more;
    }

    private List<String> without(String key) {
        var fewer = new ArrayList<>(open);
        fewer.remove(key);
        return fewer.isEmpty() ? List.of(NONE) : fewer;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
