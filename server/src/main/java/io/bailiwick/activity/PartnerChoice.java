package io.bailiwick.activity;

import io.bailiwick.kernel.Actor;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sights;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import java.util.List;
import org.springframework.stereotype.Component;

/** The partners that lists are narrowed to, by key: those whose data the actor sees. */
@Component
class PartnerChoice {
    private final Sights sights;

    PartnerChoice(Sights sights) {
        this.sights = sights;
    }

    /** The first ones, with the one that is chosen; nothing is chosen when its key is empty. */
    Offered offered(Actor actor, String chosen) {
        var first = matching(actor, "");
        return chosen.isEmpty()
                ? first
                : sights.find(actor, chosen)
                        .map(found -> first.with(List.of(option(found))))
                        .orElse(first);
    }

    /** The first ones whose name or key holds the words. */
    Offered matching(Actor actor, String q) {
        var found = sights.matching(actor, q, Offered.MOST);
        return new Offered(found.stream().map(PartnerChoice::option).toList(), sights.count(actor, q));
    }

    private static Option option(SeenPartner partner) {
        return Option.of(partner.key(), partner.name(), partner.key());
    }
}
