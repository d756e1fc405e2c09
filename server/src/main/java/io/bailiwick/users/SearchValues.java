package io.bailiwick.users;

import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.IpRange;
import io.bailiwick.users.SearchReader.Sighted;
import io.bailiwick.users.SearchTerm.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads single values of a search. */
@Component
class SearchValues {
    private static final int KNOWN = 1_000;
    private static final String NONE = "none";

    private final TieStore ties;

    SearchValues(TieStore ties) {
        this.ties = ties;
    }

    /** A value that was read. */
    sealed interface Read {}

    /** It means something. */
    record Right(Condition condition) implements Read {}

    /** It means nothing; perhaps something else was meant. */
    record Wrong(String message, @Nullable String meant) implements Read {}

    Read read(Sighted seen, @Nullable SearchField field, Value value) {
        if (value.text().isBlank() || !SearchText.isFit(value.text())) {
            return new Wrong(SearchWords.UNFIT, null);
        }
        var text = value.text().strip();
        var keyword = value.quoted() ? "" : SearchReader.small(text);
        return switch (field) {
            case null -> new Right(word(text, value.quoted()));
            case NAME -> new Right(new Condition.InName(SearchText.of(text)));
            case EMAIL -> new Right(new Condition.InEmail(SearchText.of(text)));
            case STATUS -> closed("status", text, SearchWords::status, SearchWords.STATES);
            case ROLE -> closed("role", text, SearchWords::role, SearchWords.ROLES);
            case PERMISSION -> closed("permission", text, SearchWords::permission, SearchWords.PERMISSIONS);
            case GROUP -> keyword.equals(NONE) ? new Right(new Condition.InNoGroup()) : group(seen, text);
            case PARTNER -> partner(seen, text);
            case RESELLER -> keyword.equals(NONE) ? new Right(new Condition.OfNoReseller()) : reseller(seen, text);
            case IP -> network(text);
            case LAST ->
                keyword.equals("never")
                        ? new Right(new Condition.NeverSignedIn())
                        : time(seen, field, Condition.During.Clock.LAST_SIGN_IN, text);
            case CREATED -> time(seen, field, Condition.During.Clock.CREATION, text);
        };
    }

    /** Free text; a word that is a status or a role means those who have it as well. */
    private static Condition word(String text, boolean quoted) {
        var found = SearchText.of(text).condition();
        if (quoted) {
            return found;
        }
        var status = SearchReader.small(text).equals("password-due")
                ? Optional.<Condition>empty()
                : SearchWords.status(text);
        return status.or(() -> SearchWords.role(text))
                .<Condition>map(meant -> new Condition.AnyOf(List.of(found, meant)))
                .orElse(found);
    }

    private static Read closed(
            String kind, String text, Function<String, Optional<Condition>> read, List<String> known) {
        return read.apply(text)
                .<Read>map(Right::new)
                .orElseGet(() -> new Wrong(
                        SearchWords.no(kind, text, known),
                        Suggestions.nearest(text, known).orElse(null)));
    }

    private Read group(Sighted seen, String text) {
        var account = seen.actor().account();
        var found = ties.groups(account, List.of(text));
        return found.isEmpty()
                ? missing(
                        "group",
                        text,
                        ties.groups(account, KNOWN).stream()
                                .map(User.Group::name)
                                .toList())
                : new Right(new Condition.InGroups(ids(found, User.Group::id)));
    }

    private Read partner(Sighted seen, String text) {
        var account = seen.actor().account();
        var found = ties.partnersCalled(account, text, seen.sight());
        return found.isEmpty()
                ? missing(
                        "partner",
                        text,
                        ties.partners(account, seen.sight(), KNOWN).stream()
                                .flatMap(partner -> Stream.of(partner.key(), partner.name()))
                                .toList())
                : new Right(new Condition.Selected(ids(found, User.Partner::id)));
    }

    private Read reseller(Sighted seen, String text) {
        var account = seen.actor().account();
        var found = ties.resellersCalled(account, text, seen.sight());
        return found.isEmpty()
                ? missing(
                        "reseller",
                        text,
                        ties.resellers(account, seen.sight(), KNOWN).stream()
                                .flatMap(reseller -> Stream.of(reseller.key(), reseller.name()))
                                .toList())
                : new Right(new Condition.OfResellers(ids(found, User.Reseller::id)));
    }

    private static Read missing(String kind, String text, Collection<String> known) {
        var meant = Suggestions.nearest(text, known);
        return new Wrong(
                "There is no " + kind + " `" + text + "`."
                        + meant.map(word -> " Did you mean `" + word + "`?").orElse(""),
                meant.orElse(null));
    }

    private static Read network(String text) {
        if (text.equals("any")) {
            return new Right(new Condition.Not(new Condition.HasAllowList()));
        }
        if (text.equals("limited")) {
            return new Right(new Condition.HasAllowList());
        }
        try {
            return new Right(new Condition.Lists(around(IpRange.parse(text))));
        } catch (InvalidValue wrong) {
            return new Wrong(wrong.getMessage() + ".", null);
        }
    }

    /** Every entry of an allow-list that lets all of the range in. */
    private static List<String> around(IpRange range) {
        var entries = new ArrayList<String>();
        for (int prefix = range.prefix(); prefix >= 0; prefix--) {
            entries.add(new IpRange(range.network(), prefix).text());
        }
        return entries;
    }

    private static Read time(Sighted seen, SearchField field, Condition.During.Clock clock, String text) {
        return SearchTimes.read(text, SearchReader.now(), seen.actor().zone())
                .<Read>map(stretch -> new Right(new Condition.During(clock, stretch)))
                .orElseGet(() -> new Wrong("`" + text + "` is no time. " + SearchWords.wanted(field), null));
    }

    private static <T> List<UUID> ids(List<T> found, Function<T, UUID> id) {
        return found.stream().map(id).toList();
    }
}
