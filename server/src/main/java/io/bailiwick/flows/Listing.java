package io.bailiwick.flows;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Cursors;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of what is set up here, each list in its one order. */
@Component
class Listing {
    private final Cursors cursors;

    Listing(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Where a page begins: after the row with this sort key and id. */
    record After(String key, UUID id) {}

    /** One row with its sort key. */
    record Row<T>(T item, String key, UUID id) {}

    /**
     * One page.
     *
     * @param list the list with its filters: a cursor of one fits no other
     * @param field the field that it is sorted by
     * @param rows finds at least one row more than the limit, if there are so many
     */
    <T> Page<T> page(
            Actor actor,
            String list,
            String field,
            PageRequest request,
            Function<@Nullable After, List<Row<T>>> rows,
            long total) {
        if (!request.sort().isEmpty() && !request.sort().equals(List.of(field))) {
            throw new Refusal.Invalid("sort", "This list is sorted by `" + field + "` and by nothing else.");
        }
        var found = rows.apply(request.after() == null ? null : read(actor, list, request.after()));
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        return new Page<>(
                shown.stream().map(Row::item).toList(),
                more ? cursor(actor, list, shown.getLast()) : null,
                Math.min(total, Page.COUNTED),
                total > Page.COUNTED);
    }

    private After read(Actor actor, String list, String cursor) {
        var keys = cursors.read(actor, list, cursor);
        return new After(String.valueOf(keys.get(0)), UUID.fromString(String.valueOf(keys.get(1))));
    }

    private String cursor(Actor actor, String list, Row<?> last) {
        return cursors.make(actor, list, List.of(last.key(), last.id().toString()));
    }
}
