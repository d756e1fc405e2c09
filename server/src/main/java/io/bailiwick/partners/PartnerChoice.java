package io.bailiwick.partners;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import java.util.List;
import org.springframework.stereotype.Component;

/** The partners that are offered to choose from, by key: those whose data the actor sees. */
@Component
public class PartnerChoice {
    private final Sights sights;

    PartnerChoice(Sights sights) {
        this.sights = sights;
    }

    /** The first ones, with the one that is chosen; nothing is chosen when its key is empty. */
    public Offered offered(Actor actor, String chosen) {
        var first = matching(actor, "");
        return chosen.isEmpty()
                ? first
                : sights.find(actor, chosen)
                        .map(found -> first.with(List.of(option(found))))
                        .orElse(first);
    }

    /** The first ones whose name or key holds the words. */
    public Offered matching(Actor actor, String q) {
        var found = sights.matching(actor, q, Offered.MOST);
        var total = found.size() < Offered.MOST ? found.size() : sights.count(actor, q);
        return new Offered(found.stream().map(PartnerChoice::option).toList(), total);
    }

    private static Option option(SeenPartner partner) {
        return Option.of(partner.key(), partner.name(), partner.key());
    }
}
