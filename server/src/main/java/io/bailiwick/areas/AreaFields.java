package io.bailiwick.areas;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An area's fields as typed; paths one a line. */
public record AreaFields(String application, String name, String gate, String paths) {
    static AreaFields of(Area area) {
        return new AreaFields(area.applicationKey(), area.name(), area.gate().word(), FormText.of(area));
    }

    AreaForm form() {
        return new AreaForm(application, name, new FormText(paths).paths(), gate, null);
    }

    Errors errors(Refusal refused) {
        return refused instanceof Refusal.Invalid invalid
                ? new FormText(paths).errors(invalid)
                : Errors.none().and("name", refused.detail()).decided(refused);
    }

    /** @param token what confirms what saving would ask, if it would */
    List<Field> hidden(long version, Optional<String> token) {
        var fields = new ArrayList<>(hidden(version));
        token.ifPresent(confirm -> fields.add(new Field("confirm", confirm)));
        return fields;
    }

    List<Field> hidden(long version) {
        return List.of(
                new Field("version", Long.toString(version)),
                new Field("application", application),
                new Field("name", name),
                new Field("gate", gate),
                new Field("paths", paths));
    }
}
