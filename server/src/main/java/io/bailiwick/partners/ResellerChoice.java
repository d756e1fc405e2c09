package io.bailiwick.partners;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import java.util.List;
import org.springframework.stereotype.Component;

/** The resellers that are offered to choose from, by key. */
@Component
class ResellerChoice {
    private final Resellers resellers;

    ResellerChoice(Resellers resellers) {
        this.resellers = resellers;
    }

    /** The first ones, with the one that is chosen; nothing is chosen when its key is empty. */
    Offered offered(Actor actor, String chosen) {
        var found =
                chosen.isEmpty() ? null : resellers.findOffered(actor, chosen).orElse(null);
        var first = matching(actor, "");
        return found == null ? first : first.with(List.of(option(found)));
    }

    /** The first ones whose name or key holds the words. */
    Offered matching(Actor actor, String q) {
        return Offered.of(resellers.offered(actor, q, Offered.REQUEST), ResellerChoice::option);
    }

    private static Option option(Reseller reseller) {
        return Option.of(reseller.key(), reseller.name(), reseller.key());
    }
}
