package io.bailiwick.areas;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Errors;

/** An application's fields as typed; origins one a line. */
public record ApplicationFields(String name, String key, String origins) {
    static ApplicationFields of(Application application) {
        return new ApplicationFields(application.name(), application.key(), String.join("\n", application.origins()));
    }

    ApplicationForm form() {
        return new ApplicationForm(name, key, new FormText(origins).entries());
    }

    Errors errors(Refusal refused) {
        return refused instanceof Refusal.Invalid invalid
                ? new FormText(origins).errors(invalid)
                : Errors.none().and("key", refused.detail()).decided(refused);
    }
}
