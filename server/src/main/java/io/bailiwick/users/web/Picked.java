package io.bailiwick.users.web;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.UserId;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.users.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which users were picked in the list, and how far their change has come.
 *
 * @param id those whose boxes were ticked
 * @param list the search that the list showed
 * @param sort the order in which the list showed them
 * @param version the set that the search found, when all of it was selected; or null
 * @param go whether to do it, rather than to ask
 * @param withoutRefused whether those that cannot be are left out
 * @param confirm the token of a confirmation, or null
 */
public record Picked(
        @Nullable List<String> id,
        @Nullable String list,
        @Nullable String sort,
        @Nullable String version,
        @Nullable Boolean go,
        @Nullable Boolean withoutRefused,
        @Nullable String confirm) {
    /** Whether it is to be done now. */
    boolean goes() {
        return Boolean.TRUE.equals(go);
    }

    /** Whether those that cannot be are left out. */
    boolean goesOn() {
        return Boolean.TRUE.equals(withoutRefused);
    }

    /** The same as a selection; what is no id is nobody's. */
    Selection selection() {
        return version == null || version.isBlank()
                ? new Selection.These(ids())
                : new Selection.Matching(search(), version);
    }

    /** Whether nobody was picked. */
    boolean isEmpty() {
        return (version == null || version.isBlank()) && ids().isEmpty();
    }

    /** The search that the list showed. */
    public String search() {
        return Objects.requireNonNullElse(list, "");
    }

    /** The order in which the list showed them. */
    String order() {
        return sort == null || sort.isBlank() ? Query.NAME : sort;
    }

    /** The same as hidden fields. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("list", search()));
        fields.add(new Field("sort", order()));
        if (version == null || version.isBlank()) {
            ids().forEach(user -> fields.add(new Field("id", user.toString())));
        } else {
            fields.add(new Field("version", version));
        }
        return fields;
    }

    /** The same set as it is now. */
    Picked as(String current) {
        return new Picked(
                id, list, sort, version == null || version.isBlank() ? version : current, go, withoutRefused, confirm);
    }

    private List<UserId> ids() {
        return id == null
                ? List.of()
                : id.stream()
                        .flatMap(text -> Ids.read(text).stream())
                        .map(UserId::new)
                        .toList();
    }
}
