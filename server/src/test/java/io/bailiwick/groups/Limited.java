package io.bailiwick.groups;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes people who are limited by groups that the tests make for them. */
public final class Limited {
    private static final String PASSWORD = "gravel orchid lantern 7421";

    private Limited() {}

    /** A new Administrator in these groups, signed in. */
    public static Visitor administrator(Panel panel, Cast cast, @Nullable String reseller, String... groups) {
        return panel.signIn(person(panel, cast, Role.ADMINISTRATOR, reseller, groups));
    }

    /** Somebody new of Northgate in these groups. */
    public static Person person(Panel panel, Cast cast, Role role, @Nullable String reseller, String... groups) {
        var email = UUID.randomUUID() + "@limited.example";
        var form = new HashMap<String, Object>(Map.of(
                "email",
                email,
                "name",
                "Lim " + email.substring(0, 8),
                "password",
                PASSWORD,
                "role",
                role.word(),
                "mustChangePassword",
                false,
                "groups",
                List.of(groups)));
        if (reseller != null) {
            form.put("reseller", reseller);
        }
        var answer = panel.as(cast.ada).post("/api/v1/users", form);
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        var id = new UserId(UUID.fromString(answer.json().path("id").asString()));
        return new Person(id, cast.northgate, email, "Lim " + email.substring(0, 8), role, PASSWORD);
    }
}
