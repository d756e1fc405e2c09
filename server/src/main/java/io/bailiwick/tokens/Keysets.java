package io.bailiwick.tokens;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Keyset.Row;
import io.bailiwick.tokens.SortOrder.Field;
import java.util.List;
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
    public Keyset of(Actor actor, String list, List<Field> fields, PageRequest request) {
        return of(actor, list, SortOrder.of(request.sort(), fields, fields.subList(0, 1)), request);
    }

    /**
     * The stretch that is wanted, in that order.
     *
     * @throws Refusal.Malformed when the cursor is of another list or order
     */
    public Keyset of(Actor actor, String list, SortOrder order, PageRequest request) {
        var after = request.after();
        return new Keyset(order, request.limit(), after == null ? null : cursors.read(actor, name(list, order), after));
    }

    /** @param rows one more than the limit when there is a next page */
    public <T> Page<T> page(Actor actor, String list, Keyset keyset, List<Row<T>> rows, long total) {
        var more = rows.size() > keyset.limit();
        var shown = more ? rows.subList(0, keyset.limit()) : rows;
        var next = more
                ? cursors.make(
                        actor, name(list, keyset.order()), shown.getLast().keys())
                : null;
        return new Page<>(
                shown.stream().map(Row::item).toList(), next, Math.min(total, Page.COUNTED), total > Page.COUNTED);
    }

    private static String name(String list, SortOrder order) {
        return list + " by " + order.orderBy(false);
    }
}
