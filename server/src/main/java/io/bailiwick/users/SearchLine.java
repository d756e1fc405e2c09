package io.bailiwick.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as it stands in the search bar, term by term: free text, {@code field:value}, quotes, a comma for or, a dash
 * for not. Any text can be read; whether the words in it mean something is judged when it is searched for.
 */
public final class SearchLine {
    private final List<SearchTerm> terms;

    private SearchLine(List<SearchTerm> terms) {
        this.terms = List.copyOf(terms);
    }

    /** Reads what was typed; null is nothing. */
    public static SearchLine of(@Nullable String typed) {
        return new SearchLine(typed == null ? List.of() : SearchScanner.terms(typed));
    }

    /** The only value that the search demands of a field; empty when there is none, several, or what it must not be. */
    public Optional<String> value(String field) {
        var of = terms.stream().filter(term -> field.equals(term.field())).toList();
        return of.size() == 1
                        && !of.getFirst().negated()
                        && of.getFirst().values().size() == 1
                ? Optional.of(of.getFirst().values().getFirst().text())
                : Optional.empty();
    }

    /** Whether the search says anything of a field. */
    public boolean names(String field) {
        return terms.stream().anyMatch(term -> field.equals(term.field()));
    }

    /** The same search with this value as all that it says of the field. */
    public SearchLine with(String field, String value) {
        var others = new ArrayList<>(without(field).terms);
        others.add(new SearchTerm(field, false, List.of(new SearchTerm.Value(value, false))));
        return new SearchLine(others);
    }

    /** The same search without what it says of the field. */
    public SearchLine without(String field) {
        return new SearchLine(
                terms.stream().filter(term -> !field.equals(term.field())).toList());
    }

    List<SearchTerm> terms() {
        return terms;
    }

    /** The same search with one of its terms changed. */
    SearchLine changing(SearchTerm term, UnaryOperator<SearchTerm> change) {
        return new SearchLine(terms.stream()
                .map(each -> each.equals(term) ? change.apply(each) : each)
                .toList());
    }

    /** The search as it is typed. */
    @Override
    public String toString() {
        return terms.stream().map(SearchTerm::typed).collect(Collectors.joining(" "));
    }
}
