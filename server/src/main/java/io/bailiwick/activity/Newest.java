package io.bailiwick.activity;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Cursors;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of lists that are read from the newest on, by id. */
@Component
class Newest {
    private static final List<String> ORDER = List.of("-createdAt");

    private final Cursors cursors;

    Newest(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Nothing. */
    static <T> Page<T> nothing() {
        return new Page<>(List.of(), null, 0, false);
    }

    /** The number of items that the page asks for, and one more, which tells whether there is a next one. */
    static int limit(PageRequest request) {
        return request.limit() + 1;
    }

    /**
     * One page.
     *
     * @param list the list with its filters: a cursor of one fits no other
     * @param rows finds what is older than an id, one more than the page holds if there are so many
     */
    <T> Page<T> page(
            Actor actor,
            String list,
            PageRequest request,
            Function<@Nullable UUID, List<T>> rows,
            Function<T, UUID> id,
            LongSupplier count) {
        if (!request.sort().isEmpty() && !request.sort().equals(ORDER)) {
            throw new Refusal.Invalid("sort", "This list is sorted by `-createdAt` and by nothing else.");
        }
        var found = rows.apply(after(actor, list, request));
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        var total = count.getAsLong();
        var next = more
                ? cursors.make(actor, list, List.of(id.apply(shown.getLast()).toString()))
                : null;
        return new Page<>(shown, next, Math.min(total, Page.COUNTED), total > Page.COUNTED);
    }

    private @Nullable UUID after(Actor actor, String list, PageRequest request) {
        return request.after() == null
                ? null
                : UUID.fromString(String.valueOf(
                        cursors.read(actor, list, request.after()).getFirst()));
    }
}
