package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Option;
import io.bailiwick.users.SearchLine;
import io.bailiwick.users.Ties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The buttons beside the search bar; they write the same grammar as one may type. */
@Component
class Facets {
    private static final int LISTED = 30;

    private final Ties ties;
    private final MessageSource messages;

    Facets(Ties ties, MessageSource messages) {
        this.ties = ties;
        this.messages = messages;
    }

    List<Facet> of(Actor actor, Query query) {
        var facets = new ArrayList<Facet>();
        facets.add(fixed(query, "status", "active", "invited", "locked", "password-due", "disabled"));
        facets.add(fixed(query, "role", "administrator", "normal", "partner"));
        add(facets, query, "group", ties.groups(actor).stream().map(group -> Option.of(group.name(), group.name())));
        add(
                facets,
                query,
                "partner",
                ties.partners(actor).stream().map(partner -> Option.of(partner.key(), partner.name())));
        var resellers = ties.resellers(actor);
        if (resellers.size() > 1) {
            add(
                    facets,
                    query,
                    "reseller",
                    resellers.stream().map(reseller -> Option.of(reseller.key(), reseller.name())));
        }
        facets.add(fixed(query, "last", "<7d", "<30d", "<90d", ">90d", "never"));
        return facets;
    }

    private void add(List<Facet> facets, Query query, String field, Stream<Option> options) {
        var listed = options.toList();
        if (!listed.isEmpty()) {
            facets.add(facet(query, field, listed));
        }
    }

    private Facet fixed(Query query, String field, String... values) {
        return facet(
                query,
                field,
                Stream.of(values)
                        .map(value -> Option.of(value, text("users.facet." + field + "." + key(value))))
                        .toList());
    }

    private Facet facet(Query query, String field, List<Option> options) {
        var line = SearchLine.of(query.q());
        var value = line.value(field).map(each -> each.toLowerCase(Locale.ROOT));
        var choices = new ArrayList<Facet.Choice>();
        var others = line.without(field);
        choices.add(new Facet.Choice(text("ui.any"), query.searching(others.toString()), !line.names(field)));
        String chosen = null;
        for (var option : options) {
            var is = value.isPresent() && value.get().equals(option.value().toLowerCase(Locale.ROOT));
            chosen = is ? option.label() : chosen;
            if (is || choices.size() <= LISTED) {
                var href = query.searching(line.with(field, option.value()).toString());
                choices.add(new Facet.Choice(option.label(), href, is));
            }
        }
        return new Facet(
                field,
                text("users.filter." + field),
                chosen == null && line.names(field) ? text("users.facet.several") : chosen,
                choices,
                options.size() > LISTED);
    }

    /** Comparisons in words, as keys of texts have them. */
    private static String key(String value) {
        return value.replace("<", "within-").replace(">", "before-");
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
