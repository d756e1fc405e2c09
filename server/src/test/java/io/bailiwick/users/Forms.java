package io.bailiwick.users;

import io.bailiwick.users.UserForm.DataAccessForm;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forms that differ from another one in one field. */
final class Forms {
    private Forms() {}

    static UserForm role(UserForm form, @Nullable String role) {
        return with(form, "role", role);
    }

    static UserForm email(UserForm form, @Nullable String email) {
        return with(form, "email", email);
    }

    static UserForm name(UserForm form, @Nullable String name) {
        return with(form, "name", name);
    }

    static UserForm groups(UserForm form, Object... groups) {
        return with(form, "groups", Arrays.stream(groups).map(Object::toString).toList());
    }

    static UserForm permissions(UserForm form, String... permissions) {
        return with(form, "permissions", List.of(permissions));
    }

    static UserForm data(UserForm form, @Nullable String mode, String... partners) {
        return form.withDataAccess(new DataAccessForm(mode, List.of(partners)));
    }

    static UserForm reseller(UserForm form, @Nullable String reseller) {
        return with(form, "reseller", reseller);
    }

    static UserForm zone(UserForm form, @Nullable String zone) {
        return with(form, "timeZone", zone);
    }

    static UserForm network(UserForm form, String... network) {
        return with(form, "network", List.of(network));
    }

    private static UserForm with(UserForm form, String field, @Nullable Object value) {
        var components = UserForm.class.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = new Object[components.length];
        try {
            for (var place = 0; place < components.length; place++) {
                var component = components[place];
                values[place] = component.getName().equals(field)
                        ? value
                        : component.getAccessor().invoke(form);
            }
            return UserForm.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
