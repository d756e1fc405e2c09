package io.bailiwick.flows;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sights;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a data flow can be put together from, by key. */
@Component
class FlowChoices {
    private final AccessPoints points;
    private final Endpoints endpoints;
    private final Sights sights;

    FlowChoices(AccessPoints points, Endpoints endpoints, Sights sights) {
        this.points = points;
        this.endpoints = endpoints;
        this.sights = sights;
    }

    void offer(Actor actor, Model model, DataFlowFields fields) {
        var point = points.find(actor, fields.accessPoint()).map(FlowChoices::option);
        var endpoint = endpoints.find(actor, fields.endpoint()).map(FlowChoices::option);
        model.addAttribute("points", with(matching(actor, "access-point", ""), point));
        model.addAttribute("endpoints", with(matching(actor, "endpoint", ""), endpoint));
        model.addAttribute("partners", partners(actor, "", fields.partner()));
    }

    Offered matching(Actor actor, String field, String q) {
        return switch (field) {
            case "access-point" -> Offered.of(points.list(actor, q, Offered.REQUEST), FlowChoices::option);
            case "endpoint" -> Offered.of(endpoints.list(actor, q, Offered.REQUEST), FlowChoices::option);
            case "partner" -> partners(actor, q, "");
            default -> throw new Refusal.NotFound("field");
        };
    }

    /** The partners that the actor sees, with the one that is chosen; nothing is chosen when its key is empty. */
    Offered partners(Actor actor, String q, String chosen) {
        var found = sights.matching(actor, q, Offered.MOST).stream()
                .map(FlowChoices::option)
                .toList();
        var first = new Offered(found, sights.count(actor, q));
        return with(
                first,
                chosen.isEmpty() ? Optional.empty() : sights.find(actor, chosen).map(FlowChoices::option));
    }

    private static Offered with(Offered first, Optional<Option> chosen) {
        return chosen.map(option -> first.with(List.of(option))).orElse(first);
    }

    private static Option option(AccessPoint point) {
        return Option.of(point.key(), point.name(), point.key());
    }

    private static Option option(Endpoint endpoint) {
        return Option.of(endpoint.key(), endpoint.name(), endpoint.target());
    }

    private static Option option(SeenPartner partner) {
        return Option.of(partner.key(), partner.name(), partner.key());
    }
}
