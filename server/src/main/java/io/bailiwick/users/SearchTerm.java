package io.bailiwick.users;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One term of a search line, such as {@code -group:"On call",billing}.
 *
 * @param field the word before the colon in small letters, or null for free text
 * @param negated whether it is what must not be
 * @param values any of them will do; none when nothing was typed behind the colon
 */
record SearchTerm(@Nullable String field, boolean negated, List<Value> values) {
    /**
     * One value.
     *
     * @param text without its quotes
     * @param quoted whether it stood in quotes: then it is no keyword
     */
    record Value(String text, boolean quoted) {
        /** As it is typed. */
        String typed() {
            return quoted || text.isEmpty() || text.chars().anyMatch(Value::needsQuotes) || text.startsWith("-")
                    ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                    : text;
        }

        private static boolean needsQuotes(int letter) {
            return Character.isWhitespace(letter) || letter == ',' || letter == '"';
        }
    }

    SearchTerm {
        values = List.copyOf(values);
    }

    boolean is(SearchField wanted) {
        return wanted.word().equals(field);
    }

    /** The same term with another value in the place of that one. */
    SearchTerm withInstead(Value wrong, String right) {
        return new SearchTerm(
                field,
                negated,
                values.stream()
                        .map(value -> value.equals(wrong) ? new Value(right, false) : value)
                        .toList());
    }

    /** As it is typed. */
    String typed() {
        return (negated ? "-" : "")
                + (field == null ? "" : field + ":")
                + values.stream().map(Value::typed).collect(Collectors.joining(","));
    }

    /** The field; for terms that are known to have one. */
    String fieldWord() {
        return Objects.requireNonNull(field);
    }
}
