package io.bailiwick.partners;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.partners.Stretch.Row;
import io.bailiwick.tokens.Cursors;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns the wanted page into a stretch of rows, and rows into a page with its cursor. */
@Component
class Stretches {
    private final Cursors cursors;

    Stretches(Cursors cursors) {
        this.cursors = cursors;
    }

    /** @param list the list with its filters: a cursor of one fits no other */
    Stretch of(Actor actor, String list, PageRequest request) {
        var order = Order.of(request.sort());
        var after = request.after();
        if (after == null) {
            return new Stretch(order, request.limit(), null, null, null);
        }
        var keys = cursors.read(actor, list + " " + order, after);
        return new Stretch(order, request.limit(), keys.get(0), keys.get(1), UUID.fromString(keys.get(2)));
    }

    /** @param rows one more than the limit when there is a next page */
    <T> Page<T> page(Actor actor, String list, Stretch stretch, List<Row<T>> rows, long total) {
        var shown = rows.size() > stretch.limit() ? rows.subList(0, stretch.limit()) : rows;
        var items = shown.stream().map(Row::item).toList();
        var more = rows.size() > shown.size();
        var next = more ? cursor(actor, list, stretch.order(), shown.getLast()) : null;
        return new Page<>(items, next, Math.min(total, Page.COUNTED), total > Page.COUNTED);
    }

    private String cursor(Actor actor, String list, Order order, Row<?> last) {
        return cursors.make(
                actor,
                list + " " + order,
                Arrays.asList(last.one(), last.two(), last.id().toString()));
    }
}
