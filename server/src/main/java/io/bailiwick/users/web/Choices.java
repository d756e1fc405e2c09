package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Option;
import io.bailiwick.users.Ties;
import io.bailiwick.users.User;
import org.springframework.stereotype.Component;

/** What there is to choose from in forms and filters, as far as the actor sees it. */
@Component
class Choices {
    private final Ties ties;

    Choices(Ties ties) {
        this.ties = ties;
    }

    Offer of(Actor actor) {
        return new Offer(
                ties.groups(actor).stream()
                        .map(group -> Option.of(group.id().toString(), group.name()))
                        .toList(),
                ties.partners(actor).stream()
                        .map(partner -> Option.of(partner.key(), partner.name(), partner.key()))
                        .toList(),
                ties.resellers(actor).stream().map(Choices::option).toList());
    }

    private static Option option(User.Reseller reseller) {
        return Option.of(reseller.key(), reseller.name(), reseller.key());
    }
}
