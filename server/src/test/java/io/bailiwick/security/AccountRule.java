package io.bailiwick.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the text of a statement: whatever table or view of an account it names, it says of which account. Each name after
 * {@code from}, {@code join}, {@code update} or {@code into} needs an {@code account = …} of its own, or an
 * {@code account} among the columns that it inserts. This counts, it does not parse: a statement that it cannot follow is
 * to be written more plainly.
 */
final class AccountRule {
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|update|into)\\s+(?:only\\s+)?([a-z_]+)\\b");
    private static final Pattern SAID = Pattern.compile(
            "\\baccount\\s*=|\\(account\\b|=\\s*(?:[a-z_]+\\.)?account\\b|\\baccount\\s+in\\b|\\busing\\s*\\(account\\b");
    private static final Pattern DEFINES =
            Pattern.compile("^\\s*(?:create|alter|drop|comment|grant|set|do)\\b.*", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

    private final Set<String> tables;

    /** Of these tables and views, each of which has a column {@code account}. */
    AccountRule(Set<String> tables) {
        this.tables = Set.copyOf(tables);
    }

    /** What is wrong with the statement. */
    Optional<String> fault(String statement) {
        var plain = TEXT.matcher(statement.toLowerCase(Locale.ROOT)).replaceAll("''");
        var named = DEFINES.matcher(plain).matches() ? List.<String>of() : named(plain);
        var said = SAID.matcher(plain).results().count();
        return named.size() <= said
                ? Optional.empty()
                : Optional.of("names " + named + " but says " + said + " times of which account: " + statement.strip());
    }

    private List<String> named(String statement) {
        var named = new ArrayList<String>();
        var found = NAMED.matcher(statement);
        while (found.find()) {
            if (tables.contains(found.group(1))) {
                named.add(found.group(1));
            }
        }
        return named;
    }
}
