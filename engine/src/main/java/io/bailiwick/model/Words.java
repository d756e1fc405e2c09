package io.bailiwick.model;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How constants are written on the wire: lower-case words with hyphens. */
final class Words {

    private Words() {}

    static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E> Optional<E> find(E[] constants, Function<E, String> word, String wanted) {
        for (var constant : constants) {
            if (word.apply(constant).equals(wanted)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
