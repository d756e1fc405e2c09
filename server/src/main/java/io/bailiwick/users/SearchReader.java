package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.users.SearchTerm.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes conditions of what was typed and chosen, and says what of it means nothing. */
@Component
class SearchReader {
    private static final int MOST_TERMS = 20;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_LINE = 2_000;

    private final TieStore ties;
    private final SearchValues values;

    SearchReader(TieStore ties, SearchValues values) {
        this.ties = ties;
        this.values = values;
    }

    /**
     * Reads a filter.
     *
     * @param sight the reseller to whose users the actor is limited, or null
     * @param faults where what means nothing in {@code q} is added; it narrows nothing
     * @throws Refusal.Invalid when another field cannot be
     */
    UserCriteria read(Actor actor, UserFilter filter, @Nullable UUID sight, List<SearchFault> faults) {
        var conditions = new ArrayList<Condition>();
        var seen = new Sighted(actor, sight);
        add(conditions, "email", filter.email(), Condition.InEmail::new);
        add(conditions, "name", filter.name(), Condition.InName::new);
        given(filter.status())
                .map(word -> known("status", SearchWords.status(word), SearchWords.noStatus(word)))
                .ifPresent(conditions::add);
        given(filter.role())
                .map(word -> known("role", SearchWords.role(word), SearchWords.noRole(word)))
                .ifPresent(conditions::add);
        given(filter.group()).map(word -> group(seen, word)).ifPresent(conditions::add);
        given(filter.partner()).map(word -> partner(seen, word)).ifPresent(conditions::add);
        given(filter.reseller()).map(word -> reseller(seen, word)).ifPresent(conditions::add);
        conditions.addAll(line(seen, SearchLine.of(filter.q()), faults));
        return new UserCriteria(actor.account(), sight, conditions);
    }

    /** Who searches, and how far he sees. */
    record Sighted(Actor actor, @Nullable UUID sight) {}

    private List<Condition> line(Sighted seen, SearchLine line, List<SearchFault> faults) {
        var terms = line.terms();
        if (terms.size() > MOST_TERMS || line.toString().length() > LONGEST_LINE) {
            faults.add(new SearchFault("Search for at most " + MOST_TERMS + " things at once, in one line.", null));
            return List.of();
        }
        var conditions = new ArrayList<Condition>();
        for (var term : terms) {
            read(seen, line, term, faults).ifPresent(conditions::add);
        }
        return conditions;
    }

    private Optional<Condition> read(Sighted seen, SearchLine line, SearchTerm term, List<SearchFault> faults) {
        var field = term.field() == null ? null : SearchField.of(term.fieldWord());
        if (field != null && field.isEmpty()) {
            faults.add(unknownField(line, term));
            return Optional.empty();
        }
        if (term.values().isEmpty() || term.values().size() > MOST_VALUES) {
            faults.add(new SearchFault(SearchWords.wanted(field == null ? null : field.get()), null));
            return Optional.empty();
        }
        var choices = new ArrayList<Condition>();
        for (var value : term.values()) {
            var read = values.read(seen, field == null ? null : field.get(), value);
            if (read instanceof SearchValues.Wrong wrong) {
                faults.add(new SearchFault(wrong.message(), better(line, term, value, wrong.meant())));
                return Optional.empty();
            }
            choices.add(((SearchValues.Right) read).condition());
        }
        var either = choices.size() == 1 ? choices.getFirst() : new Condition.AnyOf(List.copyOf(choices));
        return Optional.of(term.negated() ? new Condition.Not(either) : either);
    }

    private static @Nullable String better(SearchLine line, SearchTerm term, Value wrong, @Nullable String meant) {
        return meant == null
                ? null
                : line.changing(term, each -> each.withInstead(wrong, meant)).toString();
    }

    private static SearchFault unknownField(SearchLine line, SearchTerm term) {
        var word = term.fieldWord();
        var meant = Suggestions.nearest(word, SearchField.words());
        var message = "Users are not searched by `" + word + ":`. "
                + meant.map(field -> "Did you mean `" + field + ":`?")
                        .orElse("There are `" + String.join(":`, `", SearchField.words()) + ":`.")
                + " To look for the words themselves, put them in quotes.";
        return new SearchFault(
                message,
                meant.map(field -> line.changing(term, each -> new SearchTerm(field, each.negated(), each.values()))
                                .toString())
                        .orElse(null));
    }

    private static void add(
            List<Condition> conditions,
            String field,
            @Nullable String typed,
            Function<SearchText, Condition> condition) {
        given(typed).ifPresent(text -> {
            if (!SearchText.isFit(text)) {
                throw new Refusal.Invalid(field, SearchWords.UNFIT);
            }
            conditions.add(condition.apply(SearchText.of(text)));
        });
    }

    private Condition group(Sighted seen, String word) {
        var found = ties.groups(seen.actor().account(), List.of(word)).stream()
                .map(User.Group::id)
                .toList();
        return found.isEmpty() ? new Condition.Nobody() : new Condition.InGroups(found);
    }

    private Condition partner(Sighted seen, String word) {
        var found = ties.partnersCalled(seen.actor().account(), word, seen.sight()).stream()
                .map(User.Partner::id)
                .toList();
        return found.isEmpty() ? new Condition.Nobody() : new Condition.Selected(found);
    }

    private Condition reseller(Sighted seen, String word) {
        var found = ties.resellersCalled(seen.actor().account(), word, seen.sight()).stream()
                .map(User.Reseller::id)
                .toList();
        return found.isEmpty() ? new Condition.Nobody() : new Condition.OfResellers(found);
    }

    private static Condition known(String field, Optional<Condition> read, String message) {
        return read.orElseThrow(() -> new Refusal.Invalid(field, message));
    }

    private static Optional<String> given(@Nullable String word) {
        return word == null || word.isBlank() ? Optional.empty() : Optional.of(word.strip());
    }

    /** The time that ages in searches are counted from. */
    static Instant now() {
        return Instant.now();
    }

    /** A word without regard to case. */
    static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
