package io.bailiwick.areas;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Cursors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a list is ordered and where its page begins. Ids are of version 7, so that their order is that of creation.
 *
 * @param byName by name, else by creation
 * @param afterName the last name of the page before; empty when by creation
 * @param afterId the last id of the page before, or null on the first page
 */
record KeysetOrder(
        boolean byName,
        boolean descending,
        String afterName,
        @Nullable UUID afterId) {
    /**
     * Reads what was asked for.
     *
     * @param list the list's name with its filters; cursors of another one are refused
     */
    static KeysetOrder of(Actor actor, String list, PageRequest page, Cursors cursors) {
        var sort = page.sort().isEmpty() ? "name" : page.sort().getFirst();
        var descending = sort.startsWith("-");
        var field = descending ? sort.substring(1) : sort;
        if (page.sort().size() > 1 || !(field.equals("name") || field.equals("createdAt"))) {
            throw new Refusal.Invalid("sort", "Sort by one of `name`, `-name`, `createdAt` and `-createdAt`.");
        }
        var order = new KeysetOrder(field.equals("name"), descending, "", null);
        return page.after() == null ? order : order.after(cursors.read(actor, order.purpose(list), page.after()));
    }

    /** Where the next page begins. */
    String cursor(Actor actor, String list, String lastName, UUID lastId, Cursors cursors) {
        return cursors.make(actor, purpose(list), List.of(byName ? lastName : "", lastId.toString()));
    }

    Map<String, @Nullable Object> params() {
        var params = new HashMap<String, @Nullable Object>();
        params.put("byName", byName);
        params.put("descending", descending);
        params.put("afterKey", afterName);
        params.put("afterId", afterId);
        return params;
    }

    private KeysetOrder after(List<@Nullable String> keys) {
        return new KeysetOrder(
                byName,
                descending,
                Objects.requireNonNull(keys.get(0)),
                UUID.fromString(Objects.requireNonNull(keys.get(1))));
    }

    private String purpose(String list) {
        return list + (byName ? " name" : " createdAt") + (descending ? " down" : " up");
    }
}
