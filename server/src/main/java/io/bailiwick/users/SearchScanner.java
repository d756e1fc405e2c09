package io.bailiwick.users;

import io.bailiwick.users.SearchTerm.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a search line into its terms, letter by letter and never back. */
final class SearchScanner {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):");

    private final String line;
    private int place;

    private SearchScanner(String line) {
        this.line = line;
    }

    static List<SearchTerm> terms(String line) {
        var scanner = new SearchScanner(line);
        var terms = new ArrayList<SearchTerm>();
        while (scanner.skipSpace()) {
            terms.add(scanner.term());
        }
        return terms;
    }

    private boolean skipSpace() {
        while (place < line.length() && Character.isWhitespace(line.charAt(place))) {
            place++;
        }
        return place < line.length();
    }

    private SearchTerm term() {
        var negated = line.charAt(place) == '-'
                && place + 1 < line.length()
                && !Character.isWhitespace(line.charAt(place + 1));
        if (negated) {
            place++;
        }
        var field = field();
        var values = values();
        return field == null && values.isEmpty()
                ? new SearchTerm(null, false, List.of(new Value(",", true)))
                : new SearchTerm(field, negated, values);
    }

    private @Nullable String field() {
        var found = FIELD.matcher(line).region(place, line.length());
        if (!found.lookingAt()) {
            return null;
        }
        place = found.end();
        return found.group(1).toLowerCase(Locale.ROOT);
    }

    private List<Value> values() {
        var values = new ArrayList<Value>();
        while (true) {
            var value = place < line.length() && line.charAt(place) == '"' ? quoted() : plain();
            if (value.quoted() || !value.text().isEmpty()) {
                values.add(value);
            }
            if (place >= line.length() || line.charAt(place) != ',') {
                return values;
            }
            place++;
        }
    }

    private Value plain() {
        var start = place;
        while (place < line.length() && line.charAt(place) != ',' && !Character.isWhitespace(line.charAt(place))) {
            place++;
        }
        return new Value(line.substring(start, place), false);
    }

    /** A quote that is never closed ends with the line: somebody is still typing. */
    private Value quoted() {
        var text = new StringBuilder();
        place++;
        while (place < line.length() && line.charAt(place) != '"') {
            if (line.charAt(place) == '\\' && place + 1 < line.length()) {
                place++;
            }
            text.append(line.charAt(place++));
        }
        place = Math.min(line.length(), place + 1);
        return new Value(text.toString(), true);
    }
}
