package io.bailiwick.users.web;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.UserId;
import io.bailiwick.ui.Confirmation.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be put into a group, or taken out of it.
 *
 * @param leave whether they are taken out: anything but null
 * @param id the members picked
 * @param add the others picked
 * @param find set when others are to be found first
 * @param findAdd what they are to be found by
 * @param confirm the token of a confirmation, or null
 */
record MemberForm(
        @Nullable String leave,
        @Nullable List<String> id,
        @Nullable List<String> add,
        @Nullable String find,
        @Nullable String findAdd,
        @Nullable String confirm) {
    boolean leaves() {
        return leave != null;
    }

    boolean isSearch() {
        return find != null;
    }

    String wanted() {
        return Objects.requireNonNullElse(findAdd, "");
    }

    /** Those picked; what is no id is nobody's. */
    List<UserId> users() {
        var picked = leaves() ? id : add;
        return picked == null
                ? List.of()
                : picked.stream().flatMap(MemberForm::read).distinct().toList();
    }

    /** The same as hidden fields. */
    List<Field> fields(@Nullable String token) {
        var fields = new ArrayList<Field>();
        if (leaves()) {
            fields.add(new Field("leave", "true"));
        }
        users().forEach(user -> fields.add(new Field(leaves() ? "id" : "add", user.toString())));
        if (token != null) {
            fields.add(new Field("confirm", token));
        }
        return List.copyOf(fields);
    }

    private static Stream<UserId> read(String text) {
        return Ids.read(text).map(UserId::new).stream();
    }
}
