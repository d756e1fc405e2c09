package io.bailiwick.tokens;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Keyset.Row;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns the wanted page of a list into a stretch of rows, and rows into a page with its cursor. */
@Component
public class Keysets {
    private final Cursors cursors;

    Keysets(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * The stretch that is wanted.
     *
     * @param list the list with its filters: a cursor of one fits no other
     * @param fields what it can be sorted by; the first one is its own order
     * @throws Refusal.Invalid when it is sorted by anything else
     */
    public Keyset of(Actor actor, String list, List<String> fields, PageRequest request) {
        var sort = request.sort().isEmpty() ? fields.getFirst() : request.sort().getFirst();
        var up = !sort.startsWith("-");
        var field = up ? sort : sort.substring(1);
        if (!fields.contains(field) || request.sort().size() > 1) {
            throw new Refusal.Invalid(
                    "sort",
                    "Sort by one of these: "
                            + fields.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", ")) + ".");
        }
        var after = request.after();
        if (after == null) {
            return new Keyset(field, up, request.limit(), null, null);
        }
        var keys = cursors.read(actor, list + " " + sort, after);
        return new Keyset(
                field, up, request.limit(), keys.get(0), UUID.fromString(Objects.requireNonNull(keys.get(1))));
    }

    /** @param rows one more than the limit when there is a next page */
    public <T> Page<T> page(Actor actor, String list, Keyset keyset, List<Row<T>> rows, long total) {
        var more = rows.size() > keyset.limit();
        var shown = more ? rows.subList(0, keyset.limit()) : rows;
        var next = more ? cursor(actor, list, keyset, shown.getLast()) : null;
        return new Page<>(
                shown.stream().map(Row::item).toList(), next, Math.min(total, Page.COUNTED), total > Page.COUNTED);
    }

    private String cursor(Actor actor, String list, Keyset keyset, Row<?> last) {
        return cursors.make(
                actor, list + " " + keyset.sort(), List.of(last.one(), last.id().toString()));
    }
}
