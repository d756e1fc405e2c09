package io.bailiwick.areas;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import org.springframework.stereotype.Component;

/** The applications that are offered to choose from, by key. */
@Component
class ApplicationChoice {
    private final Applications applications;

    ApplicationChoice(Applications applications) {
        this.applications = applications;
    }

    /** The first ones, with the one that is chosen; nothing is chosen when its key is empty. */
    Offered offered(Actor actor, String chosen) {
        var found = applications.find(actor.account(), chosen).stream()
                .map(ApplicationChoice::option)
                .toList();
        return matching(actor, "").with(found);
    }

    /** The first ones whose name or key holds the words. */
    Offered matching(Actor actor, String q) {
        return Offered.of(applications.list(actor, q, Offered.REQUEST), ApplicationChoice::option);
    }

    private static Option option(Application application) {
        return Option.of(application.key(), application.name(), application.key());
    }
}
