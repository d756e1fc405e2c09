package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Role;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.Ties;
import io.bailiwick.users.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What users can be tied to, to choose from: as much as a page can hold, and whatever is searched for. */
@Component
class Picks {
    private final Ties ties;
    private final Phrases phrases;

    Picks(Ties ties, Phrases phrases) {
        this.ties = ties;
        this.phrases = phrases;
    }

    Pick groups(Actor actor, Collection<String> chosen, @Nullable String words) {
        return pick(
                ties.groups(actor, chosen), ties.findGroups(actor, words, Pick.SHOWN), group -> judged(actor, group));
    }

    Pick partners(Actor actor, Collection<String> chosen, @Nullable String words) {
        var named = ties.partners(actor, chosen).stream()
                .sorted(Comparator.comparing(User.Partner::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        var found = ties.findPartners(actor, words, Pick.SHOWN);
        var few = pick(named.subList(0, Math.min(Pick.CHOSEN, named.size())), found, Picks::option);
        var shown = few.options().stream().map(Option::value).collect(Collectors.toSet());
        var kept = named.stream()
                .map(User.Partner::key)
                .filter(key -> !shown.contains(key))
                .toList();
        return new Pick(few.options(), kept, Math.max(found.total(), shown.size() + kept.size()));
    }

    /** The next ones behind the partner with that key. */
    Pick partnersAfter(Actor actor, @Nullable String words, String key) {
        var found = ties.findPartners(actor, words, key, Pick.SHOWN);
        return new Pick(found.items().stream().map(Picks::option).toList(), List.of(), found.total());
    }

    /** A partner as it is chosen. */
    record Named(String key, String name) {}

    List<Named> allPartners(Actor actor, @Nullable String words) {
        return ties.findPartners(actor, words, Integer.MAX_VALUE).items().stream()
                .map(partner -> new Named(partner.key(), partner.name()))
                .toList();
    }

    Pick resellers(Actor actor, Collection<String> chosen, @Nullable String words) {
        var named = chosen.stream()
                .flatMap(word -> ties.reseller(actor, word).stream())
                .toList();
        return pick(named, ties.findResellers(actor, words, Pick.SHOWN), Picks::option);
    }

    private static <T> Pick pick(List<T> chosen, Ties.Found<T> found, Function<T, Option> each) {
        var all = new LinkedHashSet<>(chosen);
        all.addAll(found.items());
        return new Pick(all.stream().map(each).toList(), List.of(), Math.max(found.total(), all.size()));
    }

    /** What can be given to nobody is locked; what can be given to some roles alone says so. */
    private Option judged(Actor actor, User.Group group) {
        var option = option(group);
        return ties.whyNot(actor, group, Role.PARTNER)
                .map(option::lockedBecause)
                .or(() -> ties.whyNot(actor, group, Role.NORMAL).map(reason -> hinted(option, "partners")))
                .or(() -> ties.whyNot(actor, group, Role.ADMINISTRATOR)
                        .map(reason -> hinted(option, "not-administrators")))
                .orElse(option);
    }

    private Option hinted(Option option, String text) {
        return Option.of(option.value(), option.label(), phrases.text("users.groups.only." + text));
    }

    static Option option(User.Group group) {
        return Option.of(group.id().toString(), group.name());
    }

    static Option option(User.Partner partner) {
        return Option.of(partner.key(), partner.name(), partner.key());
    }

    static Option option(User.Reseller reseller) {
        return Option.of(reseller.key(), reseller.name(), reseller.key());
    }
}
