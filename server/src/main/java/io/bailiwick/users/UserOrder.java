package io.bailiwick.users;

import io.bailiwick.tokens.SortOrder;
import io.bailiwick.tokens.SortOrder.Field;
import java.util.List;

/** In which order users are listed: by columns with an index each. */
final class UserOrder {
    static final Field NAME = Field.text("name", "name_key");
    static final Field EMAIL = Field.text("email", "email_key");

    private static final List<Field> FIELDS = List.of(
            NAME,
            EMAIL,
            Field.text("role", "role"),
            Field.text("status", "status"),
            Field.text("dataAccess", "data_access"),
            new Field("lastSignInAt", "last_sign_in_key", "timestamptz"),
            new Field("createdAt", "created_at", "timestamptz"));

    private UserOrder() {}

    static SortOrder of(List<String> sort) {
        return SortOrder.of(sort, FIELDS, sort.isEmpty() ? List.of(NAME) : List.of());
    }
}
