package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What there is to choose from in a form of access, with what is chosen in it. */
@Component
public class AccessPicks {
    private final Picks picks;

    AccessPicks(Picks picks) {
        this.picks = picks;
    }

    /** Groups, partners and resellers, as far as the actor sees them. */
    public AccessChoices of(Actor actor, UserFields fields, Finds finds) {
        return new AccessChoices(
                picks.groups(actor, some(fields.groups()), finds.findGroups()),
                picks.partners(actor, some(fields.partners()), finds.findPartners()),
                picks.partners(actor, one(fields.partner()), finds.findPartner()),
                picks.resellers(actor, one(fields.reseller()), finds.findReseller()));
    }

    private static List<String> some(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : chosen;
    }

    private static List<String> one(@Nullable String chosen) {
        return chosen == null || chosen.isBlank() ? List.of() : List.of(chosen);
    }
}
